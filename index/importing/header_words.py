"""The words that headers and labels are made of, by field, in the languages that error-code pages are written in."""

from index.importing.fields import Field

# The first pattern that fits decides; longer and clearer ones stand first.
WORDS: tuple[tuple[Field, str], ...] = (
    (
        Field.PARAMETER,
        (
            r"param(?:eter)?s?(?: name)?|参数(?:名称?)?|參數|是否必[选填须需]|必[选填须需]|required|mandatory|data type|"
            r"参数类型|数据类型|字段(?:名称?)?|field(?: name)?|default(?: value)?|默认值|示例值?|example(?: value)?|パラメータ|"
            r"매개 ?변수|节点(?:名称?)?|父节点|node(?: name)?|parent node|element(?: name)?|元素(?:名称?)?|attributes?|属性(?:名称?)?|member|成员|取值范围|value range|operator|constraint|约束|header name"
        ),
    ),
    (Field.MODULE, r"operations? that.*|affected (?:api|operation)s?"),
    (
        Field.SOLUTION,
        (
            r"(?:recommended |suggested |corrective |handling |user |customer |possible |proposed |required )?"
            r"(?:solutions?|measures?|actions?|handling(?: measures?| methods?| suggestions?)?|troubleshooting(?: \w+)?|"
            r"resolutions?|remed(?:y|ies)|mitigations?|remediations?|recommendations?|suggestions?|countermeasures?|workarounds?|fix(?:es)?)"
            r"|how to (?:fix|resolve|handle|solve).*|what to do|procedure|solution suggestion|advice|user response|"
            r"user action|runbook|playbook|how to recover|recovery|recommended fix|resolution section|next steps?|"
            r".*(?:解决|处理|排查|修复|應對|应对|處理|処理|解決)(?:方案|措施|方法|办法|建议|步骤|方式|策略)?|建议(?:操作|处理)?|操作(?:建议)?|措施|"
            r"対処.*|対策|対応.*|解決.*|ソリューション|해결.*|조치.*|처리 ?방법|lösung(?:en)?|abhilfe|maßnahmen?|behebung|"
            r"soluci[óo]n(?:es)?|solutions? (?:proposées?|possibles?)|résolution|que faire|cosa fare|was (?:ist zu )?tun|qué hacer|o que fazer|wat te doen|vad göra|soluzione|correctif|решение|solução|oplossing|løsning|tiltak|lösning|åtgärd|ratkaisu|rozwiązanie|"
            r"çözüm|solusi|cách khắc phục|giải pháp|acción|ação"
        ),
    ),
    (
        Field.STATUS,
        (
            r"(?:http ?s?|response|rest|api)[ -]?(?:(?:response|return|status|result) ?)*(?:status|code|statuscode|statuses)"
            r"(?: codes?| number)?s?|https?status ?(?:code)?|httpcode|status ?codes?|status_code|http|(?:http|https)\s?.*状态码?|"
            r"(?:normal|error|abnormal|success) status codes?|.*(?:状态码|狀態碼|状态代码|响应码|响应状态)|http ?返回码|.*ステータス ?コード|.*상태 ?코드|.*statuscode|"
            r"código de estado.*|code http|http states? codes?|states? codes?|code d état.*|codice (?:di )?stato.*|(?:código|codice|kod|kode|код) http|код состояния|retcode http|status http|estado http|http ?статус"
        ),
    ),
    (
        Field.MESSAGE,
        (
            r"(?:error|err|response|returned?|status|display(?:ed)?|api|user|corresponding|prompt|exception|log)?[ _-]?(?:messages?|msg|"
            r"errmsg|message displayed.*|message text|information|info|prompts?)|errormsg|errormessage|error text|"
            r"message displayed.*|message template|displayed text|text|.*(?:错误|返回|提示|报错|响应|异常|出错|状态)(?:信息|消息|内容|文案|提示|讯息)|"
            r"(?:对应)?(?:msg|message)(?:说明)?|对应(?:msg|message).*|(?:信息|消息|提示信息|错误提示|状态信息|報錯信息|錯誤訊息|訊息)|"
            r".*メッセージ|.*메시지|fehlermeldung|fehlertext|errortext|meldung|nachricht|mensaje.*|message d erreur|messaggio.*|сообщение.*|error information|mensagem.*|melding|bericht|foutmelding|meddelande|felmeddelande|viesti|komunikat|"
            r"mesaj|pesan|thông báo"
        ),
    ),
    (
        Field.CODE,
        (
            r"(?:.*\b)?(?:error|err|reply|return|result|ret|exception|fault|status|response|sub|module|modular|sql|api|business|operation|fehler|reason|"
            r"cause|numeric|internal|service|vendor|event|decline|failure|problem|issue|warning|alarm|alert|diagnostic|reject(?:ion)?|refusal|"
            r"exit|close|disconnect|abort|condition|gateway|issuer|processor|provider|sms|platform|trap)[ _-]?(?:code|no|number|num|id|codes|kode|name code)(?: ?(?:number|id|value))?s?|codes?|"
            r"errorcodes?|errcode|errno|getcode|code ?(?:number|id|value|name)|codedesc|sqlstate|fehlercode|fehlernummer|"
            r".*(?:错误码|错误代码|错误编码|错误编号|错误号|返回码|返回值|返回代码|异常码|错误标识|錯誤碼|錯誤代碼|业务码|结果码|状态值|响应代码|异常代码|错误值)(?:值)?|"
            r"代码|编码|错误|代碼|エラー ?コード|リターンコード|コード|오류 ?코드|에러 ?코드|코드|código(?: del? error)?|codes? (?:d |de )?(?:erreurs?|retour)|codice(?: (?:di )?(?:errore|ritorno))?|"
            r"код(?: ошибки)?|major|exception code|kode|feilkode|fejlkode|felkod|foutcode|c[óo]digo d[eo] (?:erro|retorno)|codigo(?: de error)?|virhekoodi|koodi|kod(?: błędu)?|"
            r"hata kodu|kode kesalahan|mã lỗi|error ?numbers?|msg ?(?:id|no|nr|number)|message ?(?:ids?|no|numbers?)|codes? ranges?|error codes? ranges?|"
            r".*(?:报错码|报错代码)|错误码(?:范围|段)"
        ),
    ),
    (
        Field.DESCRIPTION,
        (
            r"(?:(?:error|err|code|status|brief|detailed|general|possible|probable|typical|likely|most likely|root|failure|fault|"
            r"possible root|chinese|english|common|full|more|http|message|error code|symptom and|symptoms? &|function|corresponding) ?)*"
            r"(?:descriptions?|desc|meanings?|causes?|reasons?|details?|explanations?|semantics?|semantic|definition|instructions?|"
            r"remarks?|notes?|comments?|summary|interpretation|scenario|symptoms?|analysis|possible reasons?|troubleshooting info)|"
            r"what it means|description and cause|.*(?:说明|描述|含义|原因|语义|解释|释义|备注|现象|說明|含義|详情|意思|详细信息|定义|场景)|"
            r"中文|英文|中文.*|含义.*|説明|意味|原因|内容|詳細|설명|의미|원인|beschreibung|bedeutung|ursache|erklärung|descripción|"
            r"causas?|significado|significato|signification|explication|description de.*|descrizione|описание|причина|descrição|omschrijving|betekenis|oorzaak|beskrivelse|forklaring|"
            r"årsak|beskrivning|orsak|kuvaus|syy|opis|przyczyna|açıklama|penjelasan|mô tả"
        ),
    ),
    (
        Field.MODULE,
        (
            r"modules?|模块|category|categories|分类|类别|所属.*|service|服务|product|产品|组件|component|no\.?|序号|编号|sn|"
            r"operations? that.*|retry|重试|是否重试|可否重试|ok to retry|emitting layer|fix owner|level|级别|severity|api|接口.*|"
            r"references?|link|参考|参考链接|版本|version|平台|since|first release"
        ),
    ),
    (
        Field.NAME,
        (
            r"error|errors|error ?(?:name|type|class|constant|symbol|code name|constants)|name|type|types|key|keys|value|symbols?|enum(?:eration|erated)?"
            r"(?: value| values| constants?)?|title|numeric values?|integer values?|decimal values?|exceptions?|constants?|macro|hex(?:adecimal)?(?: code| value)?|dec(?:imal)?(?: code| value)?|id|ids|identifier|"
            r"symbolic name|corresponding constant.*|event definition|event|reason phrase|condition name|condition|"
            r".*(?:符号|枚举|枚举值|错误名称?|错误类型|异常名称?|异常|类型|名称|十六进制|十进制|常量|宏)|值|数值|代号|错误名|エラータイプ|エラー|"
            r"키|값|오류|오류 ?유형|오류 ?이름|fehler|nummer|symbolischer name|error definition"
        ),
    ),
)
