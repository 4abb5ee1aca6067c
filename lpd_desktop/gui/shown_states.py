"""How far the steps are and what was found, wherever the window says so."""

from __future__ import annotations

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.side_panel import SidePanel
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.gui.steps.step_states import step_states
from lpd_desktop.gui.steps.steps import Steps
from lpd_desktop.gui.wizard_frame import Header
from lpd_desktop.plan.addresses import Address


class ShownStates:
    """List of steps, findings of the page, counts above: all from one check.

    Most checks while somebody types say what the one before said; then nothing is filled anew.
    """

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        step_list: StepList,
        panel: SidePanel,
        header: Header,
    ) -> None:
        self._session, self._steps = session, steps
        self._list, self._panel, self._header = step_list, panel, header
        self._shown: object = None

    def show(self) -> None:
        """Shows the newest state where it is another one."""
        session, current = self._session, self._steps.current
        file = session.file
        states = step_states(self._steps, file, session.findings)
        title = (file.plan.jobcenter.name, file.work.state, id(file.form), session.was_checked)
        news = (tuple(self._steps), current, states, session.findings, session.accepted, title)
        if news == self._shown:
            return
        self._shown = news
        self._list.show_steps(self._steps, states)
        open_here = [each for each in session.findings if self._is_here(each)]
        accepted_here = [each for each in session.accepted if self._is_here(each.finding)]
        self._panel.show_findings(open_here, accepted_here, states.get(current.key))
        self._header.show_session(session)

    def _is_here(self, finding: Finding) -> bool:
        """Whether the place of a finding is on the shown page."""
        step = self._steps.showing(Address.parse(finding.where))
        return step is not None and step.key == self._steps.current.key
