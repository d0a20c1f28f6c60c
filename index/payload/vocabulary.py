"""The vocabulary of keys and words under which services, libraries and tools report errors. Data only.

Keys are written without separators and in lower case: `error_code`, `errorCode`, `Error Code` and `error-code` are one key.
"""

from functools import lru_cache

SURE = 3
"""Hardly anything but an error code stands under such a key."""
USUAL = 2
"""An error code usually stands there."""
SURE_MESSAGE = 9
"""Hardly anything but an error message stands under such a key."""

CODE_KEYS = {
    # sure: hardly anything but an error code stands there
    "errorcode": 3, "errcode": 3, "errorno": 3, "faultcode": 3, "exceptioncode": 3, "apierrorcode": 3, "awserrorcode": 3,
    "xerrorcode": 3, "xobserrorcode": 3, "xamzerrorcode": 3, "xtserrorcode": 3, "xamznerrortype": 3, "xmserrorcode": 3,
    "suberrorcode": 3, "subcode": 3, "bizcode": 3, "retcode": 3, "resultcode": 3, "ecode": 3, "failcode": 3, "errorcd": 3,
    "códigodeerror": 3, "codedeerreur": 3, "coded'erreur": 3, "codiceerrore": 3, "codicedierrore": 3, "foutcode": 3, "códigodeerro": 3,
    "кодошибки": 3, "오류코드": 3, "에러코드": 3, "felkod": 3, "kodbłędu": 3, "报错码": 3, "异常码": 3, "错误号": 3,
    "错误码": 3, "错误代码": 3, "错误编码": 3, "錯誤碼": 3, "錯誤代碼": 3, "fehlercode": 3, "エラーコード": 3,
    # usual
    "code": 2,
    # possible: only where nothing better stands beside it, and with a message
    "type": 1, "errortype": 1, "reason": 1, "error": 1, "status": 1, "name": 1, "exception": 1, "title": 0,
}  # fmt: skip
"""Key -> how sure a code stands there."""

MESSAGE_KEYS = {
    "errtext": 9, "errortext": 9, "errormsg": 9, "errormessage": 9, "errmsg": 9, "errmessage": 9, "faultstring": 9, "failreason": 9, "failurereason": 9,
    "failmessage": 9, "failmsg": 9, "errordescription": 9, "errordesc": 9, "errorinfo": 9, "exceptionmessage": 9, "submsg": 9,
    "错误信息": 9, "错误消息": 9, "错误描述": 9, "报错信息": 9, "报错描述": 9, "錯誤訊息": 9, "fehlermeldung": 9, "errorreason": 8,
    "エラーメッセージ": 9, "エラー内容": 9, "mensajedeerror": 9, "messagederreur": 9, "mensagemdeerro": 9, "messaggiodierrore": 9, "foutmelding": 9,
    "오류메시지": 9, "에러메시지": 9, "错误内容": 9, "错误提示": 9, "错误原因": 8, "失败原因": 8, "报错内容": 9, "fehlertext": 9, "fehlerbeschreibung": 9,
    "komunikat": 6, "komunikatbłędu": 9, "meddelande": 6, "錯誤信息": 9, "錯誤描述": 9, "訊息": 4, "メッセージ": 6, "mensaje": 6, "mensagem": 6, "messaggio": 6, "сообщение": 6, "메시지": 6, "描述": 4, "提示信息": 6, "beschreibung": 4,
    "message": 7, "msg": 6, "detail": 4, "description": 4, "desc": 4, "meldung": 4, "信息": 4, "消息": 4, "details": 3, "reason": 2,
    "title": 1, "cause": 1, "error": 1,
}  # fmt: skip
"""Key -> rank among the messages of one error."""

STATUS_KEYS = {
    "status", "statuscode", "httpstatus", "httpstatuscode", "httpcode", "http", "httpresponsecode", "responsecode", "responsestatus",
    "responsestatuscode", "httpresponsestatuscode", "apiresponsecode", "状态码", "响应码", "code", "errorcode", "httpstatusline",
    "upstreamstatus", "respcode", "respstatus", "title", "sc", "st", "upst", "upstatus", "ステータスコード", "ステータス", "estado", "códigodeestado", "códigodeestadohttp",
    "statut", "statuthttp", "codehttp", "códigohttp", "stato", "статус", "кодсостояния", "상태코드", "http状态码", "http状态", "狀態碼", "http狀態碼", "回應碼", "kodhttp", "kodstatusu", "返回状态码", "响应状态码", "状态代码",
    "httpfehler", "httprc", "http码", "retcode", "resultcode", "rc", "httpreturncode", "errcode",
}  # fmt: skip
"""Keys whose three-digit number is an HTTP status."""

STATUS_COLUMNS = {
    "http", "scstatus", "httpresult", "httpresponse", "elbstatuscode", "backendstatuscode", "downstreamstatus", "originstatus",
    "状态", "狀態", "状态码", "返回码", "响应状态", "httpsc", "stat", "respstatuscode", "responsestatuscode", "edgeresponsestatus",
}  # fmt: skip
"""Names of columns whose three-digit number is an HTTP status; elsewhere too little to go by."""

ID_KEYS = {
    "requestid", "xrequestid", "reqid", "requestuuid", "traceid", "xtraceid", "traceparent", "xb3traceid", "uniqueid",
    "xamzrequestid", "xamznrequestid", "xamzntraceid", "amznrequestid", "xossrequestid", "ossrequestid", "xobsrequestid",
    "obsrequestid", "xhwsrequestid", "xcosrequestid", "xopenstackrequestid", "xcomputerequestid", "openstackrequestid",
    "xmsrequestid", "msrequestid", "xmscorrelationrequestid", "correlationid", "xcorrelationid", "correlationrequestid",
    "activityid", "xtcrequestid", "xacsrequestid", "xlogrequestid", "xfcrequestid", "serverrequestid", "opcrequestid",
    "awsrequestid", "eagleeyetraceid", "xscaserequestid", "xswrrequestid", "clientrequestid", "请求id", "請求id", "anfrageid", "iddelarequête", "idderequête", "iddesolicitud",
    "iddelasolicitud", "idrichiesta", "iddellarichiesta", "iddasolicitação", "anfragekennung", "anforderungsid", "verzoekid",
    "identifiantderequête", "identifiantdelarequête", "identificadordesolicitud", "identificadordelasolicitud", "identificativorichiesta",
    "リクエストid", "要求id", "идентификаторзапроса", "요청id", "anfragenummer", "requestidentifier", "korrelationsid", "iddecorrélation", "identifiantdecorrélation", "请求编号", "请求标识", "请求号", "追踪id", "链路id",
    "xapigrequestid", "gatewayrequestid", "xgoogrequestid", "xguploaderuploadid", "rid",
}  # fmt: skip
"""Keys under which request ids stand."""

OTHER_KEYS = {
    "timestamp", "time", "path", "instance", "data", "body", "headers", "encodedauthorizationmessage", "success", "level", "hostid",
    "accessdenieddetail", "respheaders", "recommend", "proxy", "s3extendedrequestid", "extendedrequestid", "service", "operation",
    "resource", "target", "innererror", "stack", "stacktrace", "jobid", "jobtype", "begintime", "endtime", "response", "request",
}  # fmt: skip
"""Further keys that end a bare value before them."""

FAULTS = {
    "badrequest": 400, "unauthorized": 401, "forbidden": 403, "itemnotfound": 404, "notfound": 404, "badmethod": 405, "conflict": 409,
    "conflictingrequest": 409, "buildinprogress": 409, "overlimit": 413, "badmediatype": 415, "unprocessableentity": 422,
    "computefault": 500, "instancefault": 500, "identityfault": 500, "notimplemented": 501, "servercapacityunavailable": 503,
    "serviceunavailable": 503, "cloudserversfault": 500, "volumefault": 500, "volumebackupnotfound": 404, "resizenotallowed": 403,
    "cannotresize": 403, "toomanyrequests": 429, "requestentitytoolarge": 413, "internalservererror": 500,
}  # fmt: skip
"""OpenStack faults: the key itself is the name of the fault; never taken as the stated status."""

FAULT_OBJECTS = {"neutronerror", "quantumerror", "heaterror", "magnumerror", "manilaerror", "octaviaerror"}
"""OpenStack objects whose `type` names the fault."""

RPC_CODES = {
    "Canceled", "Cancelled", "Unknown", "InvalidArgument", "DeadlineExceeded", "NotFound", "AlreadyExists", "PermissionDenied",
    "ResourceExhausted", "FailedPrecondition", "Aborted", "OutOfRange", "Unimplemented", "Internal", "Unavailable", "DataLoss",
    "Unauthenticated",
    "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
    "UNAUTHENTICATED",
}  # fmt: skip
"""Status names of gRPC and of Google's APIs; they wrap other errors."""

WRAPPERS = {
    "SDK.ServerError", "SDK.ClientError", "ServerError", "ClientError", "SDKError", "ERR_BAD_REQUEST", "ERR_BAD_RESPONSE", "ERR_NON_2XX_3XX_RESPONSE", "Failure",
    "Error", "error", "FAIL", "fail", "FAILED", "Failed", "failed", "ERROR", "Sender", "Receiver", "unauthorized", "denied",
    "UNKNOWN_ERROR_CODE", "about:blank", "string", "object", "null", "none", "nil", "undefined", "true", "false", "int", "integer",
    "OK", "ok", "Success", "success", "SUCCESS", "Succeeded", "None", "NULL", "N/A", "n/a", "NA", "unknown", "Warning", "Normal",
    "critical", "warning", "info", "debug", "None,", "AxiosError", "RequestError", "HTTPError", "FetchError", "Status",
    "exited", "killed", "dumped", "protected", "private",
}  # fmt: skip
"""Words under code keys that name no error."""

GENERIC_CODES = {
    "internalerror", "badrequest", "permissiondenied", "operationfailed", "authenticationfailed", "servicedisabled", "emptyresponse",
    "notfound", "forbidden", "unauthorized", "accessdenied", "invalidparameter", "missingparameter", "quotaexceeded", "throttling",
    "serviceunavailable", "unknownerror", "invalidparametervalue", "resourcenotfound", "conflict", "tenantinvalid", "userinvalid",
    "nameduplicated", "instancenotexists", "templatenotexists", "operationdenied", "internalfailure", "resourceinuse",
}  # fmt: skip
"""Codes without digits that many products use: they belong to a catalogue only if the text names its product or message."""

FAMILIES = {
    "apigw", "apig", "iam", "vpc", "elb", "evs", "ims", "as", "ces", "cts", "smn", "obs", "kms", "dew", "hss", "waf", "bss", "cbc", "dbs",
    "rds", "dcs", "dds", "dms", "dws", "mrs", "cce", "cci", "aom", "apm", "lts", "dns", "nat", "vpn", "dc", "er", "cbr", "csbs", "vbs",
    "sfs", "bms", "deh", "rts", "tms", "rms", "eps", "swr", "servicestage", "cse", "functiongraph", "fss", "modelarts", "ges", "dli",
    "dis", "css", "cdn", "live", "vod", "mpc", "gaussdb", "ecs", "common", "pdp", "pap5", "pap", "cph", "ief", "iotda", "iec", "kps",
    "scm", "ccm", "antiddos", "aad", "cc", "ram", "sts", "wks", "organizations", "svcstg", "workspace", "drs", "das", "dgc", "cdm", "oms",
    "sms", "rf", "aos", "cae", "ucs", "asm", "eg", "rgc", "ict", "codeartspipeline", "codehub", "cloudtest", "cloudide", "dlf", "vpcep",
    "ctssvc", "hilens", "nlp", "ocr", "frs", "image", "sis", "moderation", "gsl", "cloudpipeline", "cpts", "mssi", "roma", "meeting",
}  # fmt: skip
"""Service names that prefix numbered codes."""

STATUS_PHRASES = {
    "bad request with": 400, "bad request": 400, "unauthorized with": 401, "unauthorized": 401, "permission denied with": 403, "resource conflict with": 409,
    "resource not found with": 404, "internal server error with": 500, "bad gateway with": 502, "authentication failed": 401, "request forbidden": 403, "action forbidden": 403, "forbidden with": 403,
    "resource not found": 404, "method not allowed": 405, "the server timed out waiting for the request": 408, "request timed out": 408,
    "conflict with": 409, "request conflict": 409, "too many requests have been sent": 429, "too many requests": 429,
    "internal server error": 500, "bad gateway": 502, "service unavailable": 503,
    "the service is currently unable to handle the request": 503, "gateway timeout": 504,
}  # fmt: skip
"""The wording of golangsdk and gophercloud (Terraform, Packer, controllers) and the status it stands for."""

WRAPPER_MESSAGES = ("one or more errors occurred", "multiple errors", "1 error occurred", "there were errors")
"""Beginnings of messages that only announce the errors inside, in lower case."""

CLIENT_FAULTS = (
    "dial tcp", "no such host", "i/o timeout", "connection refused", "connection reset", "tls handshake", "x509:", "eof",
    "context deadline exceeded", "context canceled", "econnrefused", "enotfound", "etimedout", "getaddrinfo", "name or service not known",
    "unknownhostexception", "connect timed out", "read timed out", "could not resolve host", "max retries exceeded", "network is unreachable",
)  # fmt: skip
"""Words of messages that the customer's own machine made, not a service."""


@lru_cache(maxsize=4096)
def norm(key: str) -> str:
    """Write a key without separators, in lower case.

    >>> norm("X-Request-Id")
    'xrequestid'
    """
    return "".join(letter for letter in key.lower() if letter.isalnum())
