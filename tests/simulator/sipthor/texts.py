# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The success texts and their translations: the page speaks the account's language."""

from __future__ import annotations

ALIAS_ADDED = "Added alias %s"
DIVERSIONS_CHANGED = "Changed diversions %s"
DIVERSIONS_SAME = "Diversions remained the same"
DND_ON_FOR = "Do not disturb has been enabled for %s minutes"
DND_ON = "Do not disturb has been enabled"
DND_OFF = "Do not disturb has been disabled"
CALLER_ID_HIDDEN = "Caller-ID is now hidden for outgoing calls"
CALLER_ID_VISIBLE = "Caller-ID is now visible for outgoing calls"
BALANCE_COLUMNS = "Id,Account,Date,Action,Description,Value,Final Balance"

_TRANSLATIONS: dict[str, dict[str, str]] = {
    "nl": {
        ALIAS_ADDED: "Alias %s is toegevoegd",
        DIVERSIONS_CHANGED: "Doorschakelingen gewijzigd %s",
        DIVERSIONS_SAME: "Doorschakelingen zijn niet gewijzigd",
        DND_ON_FOR: "Niet storen is ingeschakeld voor %s minuten",
        DND_ON: "Niet storen is ingeschakeld",
        DND_OFF: "Niet storen is uitgeschakeld",
        CALLER_ID_HIDDEN: "Nummerweergave is nu verborgen voor uitgaande gesprekken",
        CALLER_ID_VISIBLE: "Nummerweergave is nu zichtbaar voor uitgaande gesprekken",
        BALANCE_COLUMNS: "Id,Account,Datum,Actie,Omschrijving,Waarde,Eindsaldo",
    },
    "de": {
        ALIAS_ADDED: "Alias %s wurde hinzugefügt",
        DIVERSIONS_CHANGED: "Umleitungen geändert %s",
        DIVERSIONS_SAME: "Umleitungen sind unverändert",
        DND_ON_FOR: "Nicht stören ist für %s Minuten eingeschaltet",
        DND_ON: "Nicht stören ist eingeschaltet",
        DND_OFF: "Nicht stören ist ausgeschaltet",
        CALLER_ID_HIDDEN: "Die Rufnummer wird bei ausgehenden Anrufen unterdrückt",
        CALLER_ID_VISIBLE: "Die Rufnummer wird bei ausgehenden Anrufen angezeigt",
        BALANCE_COLUMNS: "Id,Konto,Datum,Aktion,Beschreibung,Wert,Endsaldo",
    },
    "es": {
        ALIAS_ADDED: "Alias %s añadido",
        DIVERSIONS_CHANGED: "Desvíos cambiados %s",
        DIVERSIONS_SAME: "Los desvíos no han cambiado",
        DND_ON_FOR: "No molestar se ha activado durante %s minutos",
        DND_ON: "No molestar se ha activado",
        DND_OFF: "No molestar se ha desactivado",
        CALLER_ID_HIDDEN: "El número está ahora oculto en las llamadas salientes",
        CALLER_ID_VISIBLE: "El número es ahora visible en las llamadas salientes",
        BALANCE_COLUMNS: "Id,Cuenta,Fecha,Acción,Descripción,Valor,Saldo final",
    },
    "ro": {
        ALIAS_ADDED: "Aliasul %s a fost adăugat",
        DIVERSIONS_CHANGED: "Redirecționări schimbate %s",
        DIVERSIONS_SAME: "Redirecționările au rămas aceleași",
        DND_ON_FOR: "Nu deranjați a fost activat pentru %s minute",
        DND_ON: "Nu deranjați a fost activat",
        DND_OFF: "Nu deranjați a fost dezactivat",
        CALLER_ID_HIDDEN: "Numărul este acum ascuns la apelurile efectuate",
        CALLER_ID_VISIBLE: "Numărul este acum vizibil la apelurile efectuate",
        BALANCE_COLUMNS: "Id,Cont,Data,Acțiune,Descriere,Valoare,Sold final",
    },
}
LANGUAGES = ("en", *_TRANSLATIONS)


def translated(text: str, language: str) -> str:
    """The text in the account's language; English without a translation."""
    return _TRANSLATIONS.get(language, {}).get(text, text)
