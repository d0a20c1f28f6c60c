"""The table of all targets."""

from index.errors import BadInput
from index.ticket.targets.freshdesk import Freshdesk
from index.ticket.targets.html import Html
from index.ticket.targets.jira_cloud import JiraCloud
from index.ticket.targets.jira_wiki import JiraWiki
from index.ticket.targets.markdown import Markdown
from index.ticket.targets.servicenow import ServiceNow, ServiceNowCode
from index.ticket.targets.slack import Slack
from index.ticket.targets.target import Target
from index.ticket.targets.teams import Teams
from index.ticket.targets.text import PlainText
from index.ticket.targets.zendesk import Zendesk

TARGETS: tuple[Target, ...] = (
    PlainText(),
    Markdown(),
    Html(),
    JiraWiki(),
    JiraCloud(),
    Zendesk(),
    ServiceNow(),
    ServiceNowCode(),
    Freshdesk(),
    Slack(),
    Teams(),
)


def target_named(name: str) -> Target:
    """Return the target of this name. Raises BadInput that lists the names."""
    for target in TARGETS:
        if target.name == name:
            return target
    raise BadInput(
        "there is no target {name!r}; there are: {names}",
        name=name,
        names=", ".join(target.name for target in TARGETS),
    )
