"""What is typed in this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    login = forms.CharField(
        label=_("Surel atau nomor telepon"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": _("Tulis surel atau nomor telepon Anda.")},
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Tulis kata sandi Anda.")},
    )


class LinkForm(forms.Form):
    login = forms.CharField(
        label=_("Surel"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Tulis alamat surel Anda.")},
    )


class RegisterForm(forms.Form):
    name = forms.CharField(
        label=_("Nama"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Tulis nama Anda.")},
    )
    login = forms.CharField(
        label=_("Surel atau nomor telepon"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": _("Tulis surel atau nomor telepon Anda.")},
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        required=False,
        max_length=200,
        strip=False,
        help_text=_("Hanya bila Anda mendaftar dengan nomor telepon. Paling sedikit sepuluh huruf."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class ContactForm(forms.Form):
    """Name, and whichever of e-mail and telephone is not what he signs in with (`changeable`)."""

    name = forms.CharField(
        label=_("Nama"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Tulis nama Anda.")},
    )
    email = forms.CharField(
        label=_("Surel"),
        max_length=254,
        required=False,
        help_text=_("Untuk kabar, dan untuk masuk dengan tautan bila Anda lupa kata sandi."),
        widget=forms.TextInput(attrs={"autocomplete": "email", "autocapitalize": "none"}),
    )
    phone = forms.CharField(
        label=_("Nomor telepon"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, changeable: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"email", "phone"} - {changeable}:
            del self.fields[name]


class PasswordForm(forms.Form):
    """The new password, after the present one where that is asked for."""

    present_password = forms.CharField(
        label=_("Kata sandi sekarang"),
        max_length=200,
        strip=False,
        help_text=_("Lupa? Keluar, lalu masuk dengan tautan surel."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Tulis kata sandi yang sekarang.")},
    )
    password = forms.CharField(
        label=_("Kata sandi baru"),
        max_length=200,
        strip=False,
        help_text=_("Paling sedikit sepuluh huruf. Empat kata yang mudah diingat sudah baik."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Tulis kata sandi baru.")},
    )

    def __init__(self, *args: Any, asks_present: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_present:
            del self.fields["present_password"]
