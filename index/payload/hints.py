"""Which product a paste speaks of: host names, links, headers, class names and resource types."""

import re
from dataclasses import dataclass, field

_PROVIDERS = {
    "Huawei Cloud": ("myhuaweicloud", "huaweicloud", "hwclouds", "koocli", "com.huawei", "x-sdk-date", "sdk-hmac-sha256", "x-hws-", "x-obs-"),
    "Open Telekom Cloud": ("otc.t-systems", "opentelekomcloud", "open telekom cloud", "os-cloud otc"),
    "Alibaba Cloud": ("aliyun", "alicloud", "alibaba", "acs:", "x-acs-", "webplus"),
    "Tencent Cloud": ("tencent", "qcloud"),
    "AWS": ("amazonaws", "botocore", "boto3", "aws-sdk", "awserr", "com.amazon", "arn:aws", "x-amzn"),
    "Azure": ("azure", "microsoftonline", "x-ms-request-id", "provider-azurerm"),
    "Google Cloud": ("googleapis", "google.rpc", "google.cloud", "google-cloud"),
    "Flexible Engine": ("flexibleengine", "prod-cloud-ocb", "orange-business"),
    "OpenStack": ("x-openstack-request-id", "keystoneauth", "novaclient", "neutronclient", "cinderclient"),
    "ASP.NET": ("asp.net",),
}  # fmt: skip
"""Words by which a text names a provider, in lower case."""
_HOSTS = re.compile(r"aliyuncs\.com|myhuaweicloud|otc\.t-systems")
_HOST_END = re.compile(r"[a-z0-9.\-]{1,120}$")
_SERVICES = re.compile(
    r"aliyunsdk(?P<alipy>(?!core)[a-z]{2,40})|product=(?P<product>[a-z]{2,40})|"
    r"com\.aliyuncs\.(?P<alijava>(?!exceptions|defaultacs|http|auth|profile|transform)[a-z]{2,40})\.|alicloud_(?P<alitf>[a-z]{2,40})|"
    r"(?:huaweicloud|opentelekomcloud)_(?P<hwtf>[a-z]{2,40})|"
    r"huaweicloudsdk(?P<hwpy>(?!core)[a-z]{2,40})|com\.huaweicloud\.sdk\.(?P<hwjava>(?!core)[a-z]{2,40})|\bacs:(?P<ram>[a-z]{2,40}):"
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
    low = text[:_HEAD].lower()
    providers = {name for name, marks in _PROVIDERS.items() if any(mark in low for mark in marks)}
    services = {value for found in _SERVICES.finditer(low) for value in found.groupdict().values() if value}
    for found in _HOSTS.finditer(low):
        services.update(_host_services(low, found.start()))
    return Hints(providers, services)


def _host_services(text: str, at: int) -> list[str]:
    """Return the names of services in a host name, of which the provider's domain starts at `at`."""
    host = _HOST_END.search(text, max(0, at - 120), at)
    if host is None:
        return []
    first = host[0].strip(".").split(".")
    # `media.obs.cn-north-4.` names a bucket first; `webplus-cn-hangzhou.` joins service and region; `swr-api.` its kind
    return [part for label in first for part in (label, label.split("-")[0])]
