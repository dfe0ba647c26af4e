"""Handing a report on: down, back up, back as not ours, across, and by binding decision."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, move_view
from lapor.desk.agency_choice import AgencyScope
from lapor.desk.routing.forms import HandBackForm, ReturnForm, RouteDownForm, TransferForm
from lapor.queries.reports.desk_news import proposed_agency
from lapor.rules.lifecycle import Move
from lapor.steps.reports.decide import decide_report
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.transfer import transfer_report


def _anywhere(handed: Handed) -> AgencyScope:
    return AgencyScope(near=handed.summary.region_code)


def _below(handed: Handed) -> AgencyScope:
    return AgencyScope(near=handed.summary.region_code, below=handed.summary.holder_id)


def _down_form(handed: Handed, data: Any) -> RouteDownForm:
    return RouteDownForm(data, scope=_below(handed))


def _down(handed: Handed, form: RouteDownForm) -> None:
    words = form.cleaned_data
    route_down(
        actor=handed.actor,
        code=handed.code,
        to_agency_id=words["to_agency"],
        reason=words["reason"],
        instruction=words["instruction"],
        now=timezone.now(),
    )


def _back(handed: Handed, form: HandBackForm) -> None:
    hand_back(actor=handed.actor, code=handed.code, reason=form.cleaned_data["reason"], now=timezone.now())


def _return_form(handed: Handed, data: Any) -> ReturnForm:
    return ReturnForm(data, scope=_anywhere(handed))


def _return(handed: Handed, form: ReturnForm) -> None:
    return_report(
        actor=handed.actor,
        code=handed.code,
        reason=form.cleaned_data["reason"],
        proposed_agency_id=form.cleaned_data["to_agency"],
        now=timezone.now(),
    )


def _transfer_form(handed: Handed, data: Any) -> TransferForm:
    return TransferForm(data, scope=_anywhere(handed))


def _decide_form(handed: Handed, data: Any) -> TransferForm:
    proposed = proposed_agency(handed.actor, handed.code) if data is None else None
    return TransferForm(data, scope=_anywhere(handed), initial={"to_agency": proposed or ""})


def _transfer(handed: Handed, form: TransferForm) -> None:
    transfer_report(
        actor=handed.actor,
        code=handed.code,
        to_agency_id=form.cleaned_data["to_agency"],
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
    )


def _decide(handed: Handed, form: TransferForm) -> None:
    decide_report(
        actor=handed.actor,
        code=handed.code,
        to_agency_id=form.cleaned_data["to_agency"],
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
    )


route_down_page = move_view(
    MovePage(
        move=Move.ROUTE_DOWN,
        title=_("Disposisi ke unit di bawah"),
        button=_("Disposisikan"),
        fields="desk/routing/down.html",
        form=_down_form,
        act=_down,
    )
)
hand_back_page = move_view(
    MovePage(
        move=Move.HAND_BACK,
        title=_("Kembalikan ke instansi di atas"),
        button=_("Kembalikan"),
        fields="desk/routing/back.html",
        form=lambda handed, data: HandBackForm(data),
        act=_back,
    )
)
return_page = move_view(
    MovePage(
        move=Move.RETURN,
        title=_("Bukan wewenang kami"),
        button=_("Kembalikan laporan"),
        fields="desk/routing/return.html",
        form=_return_form,
        act=_return,
    )
)
transfer_page = move_view(
    MovePage(
        move=Move.TRANSFER,
        title=_("Alihkan ke instansi lain"),
        button=_("Alihkan"),
        fields="desk/routing/across.html",
        form=_transfer_form,
        act=_transfer,
    )
)
decide_page = move_view(
    MovePage(
        move=Move.DECIDE,
        title=_("Putuskan instansi yang berwenang"),
        button=_("Putuskan dengan mengikat"),
        fields="desk/routing/decide.html",
        form=_decide_form,
        act=_decide,
    )
)
