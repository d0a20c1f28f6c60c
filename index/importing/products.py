"""Providers and services by the marks that their pages bear: brand words, hosts, prefixes of codes.

A service missing here is still named after its page; this table only spares the user from saying it.
"""

import re

import msgspec


class Provider(msgspec.Struct, frozen=True, kw_only=True):
    """A provider of services."""

    name: str
    """As users know it."""
    marks: str
    """Pattern of brand words and hosts, case ignored."""
    is_software: bool = False
    """A program that clouds offer as well: it is the provider only where no cloud leaves its marks."""
    services: tuple[tuple[str, str], ...] = ()
    """Service names, each with a pattern that its long name, abbreviation or code prefix fits whole, case ignored."""


_HUAWEI_SERVICES = (
    ("Workspace", r"wks|workspace|云桌面"),
    ("SWR", r"swr|svcstg\.swr|software ?repository for container|容器镜像服务"),
    ("Organizations", r"organizations|组织"),
    ("ECS", r"ecs|elastic cloud server|弹性云服务器"),
    ("BMS", r"bms|bare metal server|裸金属服务器"),
    ("AS", r"as|auto scaling|弹性伸缩"),
    ("IMS", r"ims|img|image management service|镜像服务"),
    ("VPC", r"vpc|virtual private cloud|虚拟私有云"),
    ("EIP", r"eip|elastic ip|弹性公网IP"),
    ("ELB", r"elb|elastic load balanc(?:e|ing)|弹性负载均衡"),
    ("EVS", r"evs|elastic volume service|云硬盘"),
    ("CCE", r"cce|svcstg\.cce(?:-\w+)?|cloud container engine|云容器引擎"),
    ("CCI", r"cci|cloud container instance|云容器实例"),
    ("RDS", r"rds|dbs|relational database service|云数据库 ?rds"),
    ("GaussDB", r"gaussdb|gaussdb\(for opengauss\)"),
    ("TaurusDB", r"taurusdb"),
    ("GeminiDB", r"geminidb|nosql"),
    ("DDS", r"dds|document database service|文档数据库服务"),
    ("DRS", r"drs|data replication service|数据复制服务"),
    ("DCS", r"dcs|distributed cache service|分布式缓存服务"),
    ("DMS", r"dms|distributed message service.*|分布式消息服务"),
    ("DWS", r"dws|data warehouse service|gaussdb\(dws\)|数据仓库服务"),
    ("MRS", r"mrs|mapreduce(?: service)?"),
    ("CSS", r"css|cloud search service|云搜索服务"),
    ("CES", r"ces|cloud eye|云监控服务"),
    ("CTS", r"cts|cloud trace service|云审计服务"),
    ("LTS", r"lts|log tank service|云日志服务"),
    ("AOM", r"aom|svcstg\.a[ml]s|application operations management|应用运维管理"),
    ("APM", r"apm|application performance management"),
    ("IAM", r"iam|identity and access management|统一身份认证服务?"),
    ("KMS", r"kms|key management service"),
    ("DEW", r"dew|data encryption workshop|数据加密服务"),
    ("SMN", r"smn|simple message notification|消息通知服务"),
    ("SDRS", r"sdrs|storage disaster recovery service|存储容灾服务"),
    ("CBR", r"cbr|cloud backup and recovery|云备份"),
    ("CSBS", r"csbs|cloud server backup service|backupservice"),
    ("OBS", r"obs|object storage service|对象存储服务"),
    ("OMS", r"oms|object storage migration service|对象存储迁移服务"),
    ("SFS", r"sfs|scalable file service|弹性文件服务"),
    ("TMS", r"tms|tag management service|标签管理服务"),
    ("NAT", r"nat|nat gateway|NAT网关"),
    ("VPCEP", r"vpcep|endpoint|vpc endpoint"),
    ("ER", r"er|enterprise router|企业路由器"),
    ("WAF", r"waf|web application firewall.*|Web应用防火墙"),
    ("HSS", r"hss|host security service|主机安全服务"),
    ("CFW", r"cfw|cloud firewall|云防火墙"),
    ("RFS", r"rfs|resource formation service|资源编排服务"),
    ("UCS", r"ucs|ubiquitous cloud native service"),
    ("DGC", r"dlf|dayu|cdm|dataarts studio|数据治理中心"),
    ("DC", r"dc|direct connect|云专线"),
    ("CPH", r"cph|cps|cloud phone(?: host)?|云手机"),
    ("GES", r"ges|graph engine service|图引擎服务"),
    ("Live", r"live|直播"),
    ("VOD", r"vod|video on demand|视频点播"),
    ("SCM", r"scm|ssl certificate manager|云证书管理服务"),
    ("HiLens", r"hilens|huawei hilens"),
    ("API Gateway", r"apigw?|apic|api gateway"),
    ("FunctionGraph", r"fss|functiongraph"),
    ("ModelArts", r"modelarts"),
)

PROVIDERS: tuple[Provider, ...] = (
    Provider(
        name="Open Telekom Cloud",
        marks=r"open telekom cloud|otc\.t-systems|t-systems|telekom|\bENUSTOPIC",
        services=_HUAWEI_SERVICES,
    ),
    Provider(
        name="Huawei Cloud",
        marks=r"huawei ?cloud|myhuaweicloud|华为云|\bSVCSTG\.|huawei\b|en-us_topic|zh-cn_topic|koogallery",
        services=_HUAWEI_SERVICES,
    ),
    Provider(
        name="Alibaba Cloud",
        marks=r"aliyuns?(?:cs)?\b|alibaba ?cloud|阿里云|doc_version_err_|aliyun\w*\.com|\b(?:reference|section|concept|task)_[a-z0-9]{3}_[a-z0-9]{3}_[a-z]db\b",
        services=(
            ("WebPlus", r"webplus|web\+"),
            ("ECS", r"ecs|elastic compute service|云服务器 ?ecs"),
            ("RAM", r"ram|resource access management"),
            ("SLB", r"slb|server load balancer|负载均衡"),
            ("RDS", r"rds|apsaradb(?: for)? rds"),
            ("OSS", r"oss|object storage service|对象存储"),
            ("Log Service", r"sls|log service|日志服务"),
            ("Tablestore", r"ots|tablestore|table store|表格存储"),
            ("ROS", r"ros|resource orchestration service|资源编排"),
            ("SAE", r"sae|serverless app engine"),
        ),
    ),
    Provider(
        name="Tencent Cloud", marks=r"tencent ?cloud|腾讯云|cloud\.tencent|qcloud|tencentcloudapi|\bTRTC\b"
    ),
    Provider(name="AWS", marks=r"amazon ?web ?services|\baws\b|amazonaws|amazon (?:s3|ec2|athena|dynamodb)"),
    Provider(name="Google Cloud", marks=r"google ?cloud|googleapis|\bgrpc\b|\bgcp\b"),
    Provider(name="Microsoft Azure", marks=r"\bazure\b|microsoft|windowsazure|ms\.service|playfab"),
    Provider(name="IBM Cloud", marks=r"ibm ?cloud|\bibm\b|bluemix|cloudant"),
    Provider(name="Oracle Cloud", marks=r"oracle ?cloud|oraclecloud|\boci\b"),
    Provider(name="JD Cloud", marks=r"京东云|jd ?cloud|jdcloud"),
    Provider(name="Baidu AI Cloud", marks=r"百度智能云|baidubce|baidu ?cloud|bcebos"),
    Provider(name="Volcengine", marks=r"volcengine|火山引擎"),
    Provider(name="Qiniu", marks=r"qiniu|七牛|qbox"),
    Provider(name="UCloud", marks=r"\bucloud\b"),
    Provider(name="UPYUN", marks=r"upyun|又拍云"),
    Provider(name="Jiguang", marks=r"jiguang|极光|jpush|jmessage"),
    Provider(name="LeanCloud", marks=r"leancloud"),
    Provider(name="Twilio", marks=r"twilio"),
    Provider(name="DigitalOcean", marks=r"digitalocean"),
    Provider(name="Cloudflare", marks=r"cloudflare"),
    Provider(name="Stripe", marks=r"\bstripe\b"),
    Provider(name="OVHcloud", marks=r"\bovh(?:cloud)?\b"),
    Provider(name="Linode", marks=r"\blinode\b"),
    Provider(name="Vultr", marks=r"\bvultr\b"),
    Provider(name="Kingsoft Cloud", marks=r"金山云|ksyun|kingsoft ?cloud"),
    Provider(name="China Telecom Cloud", marks=r"天翼云|ctyun"),
    Provider(name="China Mobile Cloud", marks=r"移动云|ecloud\.10086"),
    *(
        Provider(name=name, marks=rf"\b{name}\b", is_software=True)
        for name in (
            "OpenStack Kubernetes Docker MinIO Keycloak RabbitMQ Kafka MySQL MariaDB PostgreSQL MongoDB Redis Elasticsearch "
            "Nginx Terraform Jenkins GitLab GitHub Jira Confluence Zabbix VMware Ceph Grafana Vault"
        ).split()
    ),
)

_ORIGINAL_NAME = re.compile(r"^original_name: ", re.MULTILINE)
"""Written at the head of each page by one provider's own converter."""


def marks_of(text: str) -> dict[str, int]:
    """Count how often the marks of each provider stand in a text; those of programs where no cloud's do."""
    if _ORIGINAL_NAME.search(text):
        return {"Open Telekom Cloud": 1}
    for software in (False, True):
        counts = {
            one.name: len(re.findall(one.marks, text, re.IGNORECASE))
            for one in PROVIDERS
            if one.is_software is software
        }
        if found := {name: count for name, count in counts.items() if count}:
            return found
    return {}


def service_named(name: str, provider: str = "") -> str:
    """Return a known service by its long name, abbreviation or code prefix; "" if none is known by it."""
    wanted = " ".join(name.split())
    for known in PROVIDERS:
        if provider and known.name != provider:
            continue
        for service, pattern in known.services:
            if re.fullmatch(pattern, wanted, re.IGNORECASE):
                return service
    return ""
