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
_HOSTS = re.compile(r"aliyuncs\.com|myhuaweicloud|otc\.t-systems", re.IGNORECASE)
_HOST_END = re.compile(r"[A-Za-z0-9.\-]{1,120}$")
_SERVICES = re.compile(
    r"aliyunsdk(?P<alipy>(?!core)[a-z]{2,40})|product=(?P<product>[A-Za-z]{2,40})|"
    r"com\.aliyuncs\.(?P<alijava>(?!exceptions|DefaultAcs|http|auth|profile|transform)[a-z]{2,40})\.|alicloud_(?P<alitf>[a-z]{2,40})|"
    r"(?:huaweicloud|opentelekomcloud)_(?P<hwtf>[a-z]{2,40})|"
    r"huaweicloudsdk(?P<hwpy>(?!core)[a-z]{2,40})|com\.huaweicloud\.sdk\.(?P<hwjava>(?!core)[a-z]{2,40})|\bacs:(?P<ram>[a-z]{2,40}):",
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


def _host_services(text: str, at: int) -> list[str]:
    """Return the names of services in a host name, of which the provider's domain starts at `at`."""
    host = _HOST_END.search(text, max(0, at - 120), at)
    if host is None:
        return []
    first = host[0].strip(".").lower().split(".")
    # `media.obs.cn-north-4.` names a bucket first; `webplus-cn-hangzhou.` joins service and region; `swr-api.` its kind
    return [part for label in first for part in (label, label.split("-")[0])]
