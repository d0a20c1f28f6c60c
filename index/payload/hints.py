"""Which product a paste speaks of: host names, links, headers, class names and resource types."""

import re
from dataclasses import dataclass, field

_PROVIDERS = {
    "Huawei Cloud": r"myhuaweicloud|huaweicloud(?!\w*otc)|hwclouds|hcloud\b|\bkoocli|com\.huawei|x-sdk-date|sdk-hmac-sha256|x-hws-|x-obs-",
    "Open Telekom Cloud": r"otc\.t-systems|opentelekomcloud|open telekom cloud|\bos-cloud otc",
    "Alibaba Cloud": r"aliyun|alicloud|alibaba|\bacs:[a-z]|x-acs-|\baliyuncs",
    "Tencent Cloud": r"tencent|qcloud|myqcloud",
    "AWS": r"amazonaws|\bboto|aws-sdk|awserr|aws_\w+\.|com\.amazon|\barn:aws|calling the \w+ operation|\(Service: ",
    "Azure": r"azure|microsoftonline|x-ms-request-id|microsoft\.\w+/",
    "Google Cloud": r"googleapis|google\.rpc|google\.cloud|type\.googleapis",
    "Flexible Engine": r"flexibleengine|prod-cloud-ocb|orange-business",
    "OpenStack": r"x-openstack-request-id|\bkeystoneauth|novaclient|\bgophercloud",
    "Microsoft .NET": r"asp\.net",
}  # fmt: skip
_PROVIDER = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PROVIDERS.items()}
_SERVICES = re.compile(
    r"(?P<ali>[a-z][a-z0-9]*)[.\-](?:[a-z0-9\-]+\.)*aliyuncs\.com|aliyunsdk(?P<alipy>(?!core)[a-z]+)|product=(?P<product>[A-Za-z]+)|"
    r"com\.aliyuncs\.(?P<alijava>(?!exceptions|DefaultAcs|http|auth|profile|transform)[a-z]+)\.|alicloud_(?P<alitf>[a-z]+)|"
    r"//(?P<hw>[a-z][a-z0-9\-]*?)(?:-api)?\.[a-z0-9.\-]*(?:myhuaweicloud|t-systems)|(?:huaweicloud|opentelekomcloud)_(?P<hwtf>[a-z]+)|"
    r"huaweicloudsdk(?P<hwpy>(?!core)[a-z]+)|com\.huaweicloud\.sdk\.(?P<hwjava>(?!core)[a-z]+)|\bacs:(?P<ram>[a-z]+):",
    re.IGNORECASE,
)
_HEAD = 200_000


@dataclass(slots=True)
class Hints:
    """The products that a text names."""

    providers: set[str] = field(default_factory=set)
    """Names of providers."""
    services: set[str] = field(default_factory=set)
    """Short names of services, in lower case."""

    def allow(self, provider: str, service: str) -> bool:
        """Tell whether the text leaves this product possible."""
        if self.providers and provider not in self.providers:
            return False
        return not self.providers or not self.services or service.lower() in self.services

    def name(self, provider: str, service: str) -> bool:
        """Tell whether the text names this product."""
        return provider in self.providers and service.lower() in self.services


def hints_of(text: str) -> Hints:
    """Collect the products that a text names."""
    text = text[:_HEAD]
    providers = {name for name, pattern in _PROVIDER.items() if pattern.search(text)}
    services = {
        value.lower() for found in _SERVICES.finditer(text) for value in found.groupdict().values() if value
    }
    return Hints(providers, services)
