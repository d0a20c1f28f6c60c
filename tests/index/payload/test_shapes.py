"""Each wording that services, libraries and tools give their errors, written by hand, with what must be read from it."""

from collections.abc import Callable

import pytest

from index.reports import Confidence, Explanation

ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"
GUID = "5D1A7C3E-90B2-4F6D-8A13-7E2B94C0D5F1"

# name, text, code, status, message, request id
SHAPES = [
    ("rfc 9457", f'{{"type":"https://e.example/p","title":"Conflict","status":409,"detail":"Name is taken.","code":"Abc.0409","traceId":"{ID}"}}', "Abc.0409", 409, "Name is taken.", ID),
    ("docker", 'Error response from daemon: Head "https://swr.x.example/v2/a/b": denied: {"errors":[{"code":"DENIED","message":"you do not have the permission","detail":""}]}', "DENIED", None, "you do not have the permission", None),
    ("obs xml", f"<?xml version='1.0'?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><RequestId>{ID}</RequestId><HostId>abc</HostId></Error>", "NoSuchBucket", None, "The specified bucket does not exist", ID),
    ("nova fault", '{"itemNotFound": {"message": "Instance 7 could not be found.", "code": 404}}', "itemNotFound", 404, "Instance 7 could not be found.", None),
    ("neutron", '{"NeutronError": {"type": "IpAddressInUse", "message": "Unable to complete operation for network 3.", "detail": ""}}', "IpAddressInUse", None, "Unable to complete operation for network 3.", None),
    ("keystone", '{"error": {"code": 401, "message": "The request you have made requires authentication.", "title": "Unauthorized"}}', None, 401, "The request you have made requires authentication.", None),
    ("alibaba rpc", f'{{"RequestId":"{GUID}","HostId":"ecs.aliyuncs.com","Code":"IncorrectInstanceStatus","Message":"The current status of the resource does not support this operation."}}', "IncorrectInstanceStatus", None, "The current status of the resource does not support this operation.", GUID),
    ("alibaba python", f"aliyunsdkcore.acs_exception.exceptions.ServerException: HTTP Status: 404 Error:InvalidZone.NotFound The zone is wrong. RequestID: {GUID}", "InvalidZone.NotFound", 404, "The zone is wrong.", GUID),
    ("alibaba java", f"com.aliyuncs.exceptions.ServerException: Throttling.User : Request was denied due to user flow control.\r\nRequestId : {GUID}\r\n\tat com.aliyuncs.X.y(X.java:1)", "Throttling.User", None, "Request was denied due to user flow control.", GUID),
    ("tea python", f"Tea.exceptions.TeaException: Error: Forbidden.RAM code: 403, User not authorized to operate on the specified resource. request id: {GUID} Response: {{'statusCode': 403}}", "Forbidden.RAM", 403, "User not authorized to operate on the specified resource.", GUID),
    ("aliyun-cli", f"ERROR: SDK.ServerError\nErrorCode: InvalidParameter.Size\nRecommend: https://e.example/x\nRequestId: {GUID}\nMessage: The size is not valid.\nRespHeaders: map[Date:[x]]", "InvalidParameter.Size", None, "The size is not valid.", GUID),
    ("troubleshoot link", f"see https://api.aliyun.com/troubleshoot?q=InvalidVpc.NotFound&product=Vpc&requestId={GUID}", "InvalidVpc.NotFound", None, None, GUID),
    ("tencent json", '{"Response":{"Error":{"Code":"ResourceNotFound.Cluster","Message":"cluster not found"},"RequestId":"e3b1c0de-1111-4222-8333-444455556666"}}', "ResourceNotFound.Cluster", None, "cluster not found", "e3b1c0de-1111-4222-8333-444455556666"),
    ("tencent text", "[TencentCloudSDKException]code: LimitExceeded message: too many requestId: e3b1c0de-1111-4222-8333-444455556666", "LimitExceeded", None, "too many", "e3b1c0de-1111-4222-8333-444455556666"),
    ("botocore", "botocore.exceptions.ClientError: An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.", "NoSuchKey", None, "The specified key does not exist.", None),
    ("aws java", "com.amazonaws.services.s3.model.AmazonS3Exception: Slow Down (Service: Amazon S3; Status Code: 503; Error Code: SlowDown; Request ID: 7A1B2C3D4E5F6071; S3 Extended Request ID: x=)", "SlowDown", 503, "Slow Down", "7A1B2C3D4E5F6071"),
    ("aws go", "Error: InvalidGroup.NotFound: The security group 'sg-1' does not exist\n\tstatus code: 400, request id: 0aa1b2c3-1111-4222-8333-444455556666", "InvalidGroup.NotFound", 400, "The security group 'sg-1' does not exist", "0aa1b2c3-1111-4222-8333-444455556666"),
    ("aws go v2", "operation error EC2: RunInstances, https response error StatusCode: 400, RequestID: 0aa1b2c3-1111-4222-8333-444455556666, api error InvalidAMIID.Malformed: Invalid id", "InvalidAMIID.Malformed", 400, "Invalid id", "0aa1b2c3-1111-4222-8333-444455556666"),
    ("azure json", '{"error":{"code":"ResourceGroupNotFound","message":"Resource group \'rg\' could not be found."}}', "ResourceGroupNotFound", None, "Resource group 'rg' could not be found.", None),
    ("azure cli", "ERROR: (AuthorizationFailed) The client does not have authorization.\nCode: AuthorizationFailed\nMessage: The client does not have authorization.", "AuthorizationFailed", None, "The client does not have authorization.", None),
    ("google", '{"error":{"code":404,"message":"The resource was not found","status":"NOT_FOUND","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"notFound","domain":"x"}]}}', "NOT_FOUND", 404, "The resource was not found", None),
    ("grpc", "rpc error: code = DeadlineExceeded desc = the backend took too long", "DeadlineExceeded", None, "the backend took too long", None),
    ("kubernetes status", '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods \\"a\\" is forbidden","reason":"Forbidden","code":403}', "Forbidden", 403, 'pods "a" is forbidden', None),
    ("kubectl", 'Error from server (AlreadyExists): namespaces "a" already exists', "AlreadyExists", None, 'namespaces "a" already exists', None),
    ("graphql", '{"data":null,"errors":[{"message":"no such user","extensions":{"code":"USER_MISSING","status":404}}]}', "USER_MISSING", 404, "no such user", None),
    ("node", "MyServiceError: quota is used up\n    at Client.call (/app/c.js:1:2)\n    at run (/app/r.js:3:4) {\n  code: 'Quota.Exceeded1',\n  $metadata: { httpStatusCode: 429, requestId: '" + ID + "' }\n}", "Quota.Exceeded1", 429, "quota is used up", ID),
    ("axios", "AxiosError: Request failed with status code 409\n  code: 'ERR_BAD_REQUEST',\n  response: {\n    status: 409,\n    data: { error_code: 'Abc.0409', error_msg: 'Name is taken.' }\n  }", "Abc.0409", 409, "Name is taken.", None),
    ("postman", "HTTP/1.1 429 Too Many Requests\nX-Request-Id: " + ID + '\n\n{"error":{"code":"APIGW.0308","message":"The throttling threshold has been reached"}}', "APIGW.0308", 429, "The throttling threshold has been reached", ID),
    ("logfmt", f'time=2026-11-20T10:00:00Z level=error msg="call failed" code=IAM.0011 status=401 error="token is expired now" request_id={ID}', "IAM.0011", 401, "token is expired now", ID),
    ("csv", f'time,level,error_code,error_msg,request_id\n2026-11-20 10:00:00,ERROR,VPC.0201,"Subnet, or range, is wrong",{ID}\n', "VPC.0201", None, "Subnet, or range, is wrong", ID),
    ("yaml block", "error:\n  code: DNS.0042\n  message: >-\n    the zone\n    is locked\n", "DNS.0042", None, "the zone is locked", None),
    ("go struct", f'&sdkerr.ServiceResponseError{{StatusCode:409, RequestId:"{ID}", ErrorCode:"Abc.0409", ErrorMessage:"Name is taken."}}', "Abc.0409", 409, "Name is taken.", ID),
    ("go map", "map[code:Abc.0409 message:Name [x] is taken by: nobody request_id:" + ID + "]", "Abc.0409", None, "Name [x] is taken by: nobody", ID),
    ("java map", "{errorCode=Abc.0409, errorMsg=Name, first, is taken, requestId=" + ID + "}", "Abc.0409", None, "Name, first, is taken", ID),
    ("ruby", '{"error_code"=>"Abc.0409", "error_msg"=>"Name is taken."}', "Abc.0409", None, "Name is taken.", None),
    ("powershell", 'Invoke-RestMethod : {"error_code":"Abc.0409","error_msg":"Name is taken."}\nAt line:1 char:1\n+ Invoke-RestMethod -Uri x\n    + FullyQualifiedErrorId : WebCmdletWebResponseException', "Abc.0409", None, "Name is taken.", None),
    ("chinese labels", f"创建失败，错误码：Abc.0409，错误信息：名称已被占用，请求ID：{ID}", "Abc.0409", None, "名称已被占用", ID),
    ("function compute", f"FCThrottledError: GET /services failed with 429. requestid: {ID}, message: slow down please", "Throttled", 429, "slow down please", ID),
]  # fmt: skip


@pytest.mark.parametrize(
    "name,text,code,status,message,request_id", SHAPES, ids=[shape[0] for shape in SHAPES]
)
def test_each_wording_gives_its_one_error(
    read: Callable[[str], Explanation],
    name: str,
    text: str,
    code: str | None,
    status: int | None,
    message: str | None,
    request_id: str | None,
) -> None:
    found = [each for each in read(text).errors if each.confidence is not Confidence.WEAK]
    assert [each.error.code for each in found] == [code], name
    error = found[0].error
    assert error.status == status
    assert (error.message or "").rstrip(".") == (message or "").rstrip(".")
    if request_id:
        assert request_id in read(text).request_ids
        assert request_id in error.request_ids
    start, end = error.span
    if code:
        assert code in text[start:end]
