# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action is there, and what it answers is a document that the vendor's schema describes.

The grammar is built from the payload tables of the vendor's RELAX NG files: required and optional elements with their
types in any order, with open content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from simulator.onsip.actions.index import ACTIONS
from simulator.onsip.wire.rendering import CPL_NAMESPACE, NAMESPACE

OPEN = ""

#: payload element -> its fields: ``name`` (text), ``name:type``, ``name@element`` (the element of that name), with
#: ``?`` for optional ones and ``*`` for any number
PAYLOADS = {
    "Account": "AccountId:integer Balance:decimal CreditLimit:decimal Recharge:boolean RechargeLevel RechargeThreshold "
    "Modified:dateTime Created:dateTime Contact@",
    "AccountInvoice": "AccountInvoiceId:integer AccountId:integer Date:date Type Tax:decimal Total:decimal "
    "SubTotal:decimal",
    "AccountResource": "AccountId:integer Limit:integer Used:integer Resource@",
    "Resource": "ResourceId:integer Name OneTimeCharge:decimal MonthlyRecurringCharge:decimal Description",
    "Organization": "OrganizationId:integer AccountId:integer Domain Modified:dateTime Created:dateTime Contact@",
    "Contact": "Name Organization Address City State Zipcode Country CountryId:integer Phone Email Modified:dateTime",
    "Country": "CountryId:integer CountryName",
    "User": "UserId:integer OrganizationId:integer AccountId:integer Status Username Password AuthUsername "
    "Modified:dateTime Created:dateTime ExtendedDialing:boolean PSTNForwarding:boolean Contact@ Roles@",
    "Roles": "Role@*",
    "Role": "Name",
    "Address": "AddressId:integer Username Domain Type Modified:dateTime Created:dateTime",
    "DefaultAddress": "Username Domain Type",
    "UserAddress": "UserId:integer AuthUsername AuthPassword Timeout:integer DefaultAddress@? Address@",
    "GroupAddress": "Ordering Timeout:integer DefaultAddress@? Address@",
    "ExternalAddress": "DefaultAddress@? Address@",
    "AttendantAddress": "AttendantMenuId:integer Address@",
    "TelephoneNumberAddress": "UserId:integer Address@",
    "VoicemailAddress": "VoicemailboxId:integer Address@",
    "VoicemailManagementAddress": "Address@",
    "RecordingManagementAddress": "Pin:integer Address@",
    "E911Address": "Address@",
    "UserAlias": "AliasUsername AliasDomain AddressUsername AddressDomain AddressType AddressName AddressId:integer",
    "Voicemailbox": "VoicemailboxId:integer OrganizationId:integer AccountId:integer Status Mailbox Password Fullname "
    "Timezone SayCallerId:boolean SayDuration:boolean SayDatetime:boolean NotifyEmail NotifyPager Email Pager Mwi "
    "Created:dateTime Modified:dateTime",
    "Did": "DidId:integer UserId:integer OrganizationId:integer AccountId:integer UserStatus Number Protocol "
    "Timeout:integer FailoverEnabled:boolean FailoverProtocol FailoverLocation CallerIdNumberRequired:boolean "
    "Created:dateTime Note",
    "Npa": "NpaId:integer Num PostalCode@? Nxxs@",
    "PostalCode": "Code Name",
    "Nxxs": "Nxx@*",
    "Nxx": "Num Status Ratecenter",
    "E911Location": "E911LocationId:integer OrganizationId:integer UserId LocationType LocationName "
    "StreetNumber StreetName AddressType AddressTypeNumber City State Zipcode Country CszOnly:boolean "
    "AssignedAddressCount:integer",
    "Cdr": "CdrId:integer UserId DateTime CallerId Source Destination Disposition Length:integer Price:decimal "
    "AnswerDateTime EndDateTime Routing",
    "Registration": "Username Domain Contact Received LastModified:dateTime Modified:dateTime Expires:dateTime Q CSeq "
    "CallId UserAgent",
}

CONTAINERS = {
    "Accounts": "Account",
    "AccountInvoices": "AccountInvoice",
    "AccountResources": "AccountResource",
    "Organizations": "Organization",
    "Users": "User",
    "UserAddresses": "UserAddress",
    "UserAliases": "UserAlias",
    "ExternalAddresses": "ExternalAddress",
    "TelephoneNumberAddresses": "TelephoneNumberAddress",
    "GroupAddresses": "GroupAddress",
    "AttendantAddresses": "AttendantAddress",
    "Voicemailboxes": "Voicemailbox",
    "VoicemailAddresses": "VoicemailAddress",
    "VoicemailManagementAddresses": "VoicemailManagementAddress",
    "RecordingManagementAddresses": "RecordingManagementAddress",
    "Dids": "Did",
    "Npas": "Npa",
    "E911Addresses": "E911Address",
    "E911Locations": "E911Location",
    "Cdrs": "Cdr",
    "Addresses": "Address",
    "Countries": "Country",
    "ProxyRegistrations": "Registration",
}
PAYLOADS.update({container: f"{element}@*" for container, element in CONTAINERS.items()})

ADDRESS_KINDS = (
    "UserAddress",
    "ExternalAddress",
    "TelephoneNumberAddress",
    "GroupAddress",
    "AttendantAddress",
    "VoicemailAddress",
    "VoicemailManagementAddress",
    "RecordingManagementAddress",
    "E911Address",
)

#: action -> what the child of ``Result`` holds
INDEX = {
    **dict.fromkeys(("SessionCreate", "SessionDestroy", "Echo", "NoOp", "CallSetup", "AuthCallSetup"), OPEN),
    **dict.fromkeys(
        (
            "AccountRead",
            "AccountEditAddCredit",
            "AccountEditContact",
            "AccountEditRecharge",
            "AccountEditCreditCard",
        ),
        "Account@",
    ),
    "AccountBrowse": "Accounts@",
    "AccountInvoiceRead": "AccountInvoice@",
    "AccountInvoiceBrowse": "AccountInvoices@",
    "AccountResourceRead": "AccountResource@",
    "AccountResourceEditLimit": "AccountResource@",
    "AccountResourceBrowse": "AccountResources@",
    "AgentAddAccount": OPEN,
    **dict.fromkeys(
        ("OrganizationRead", "OrganizationEditContact", "OrganizationAdd", "OrganizationMigrateDomain"),
        "Organization@",
    ),
    "OrganizationBrowse": "Organizations@",
    **dict.fromkeys(("UserRead", "UserEditContact", "UserAdd", "UserEditStatus", "UserEditRoleSubmit"), "User@"),
    "UserBrowse": "Users@",
    "UserResetPortalPassword": "UserId:integer NewPassword",
    **dict.fromkeys(("UserDelete", "UserEditPortalPassword", "SendPasswordResetEmail"), OPEN),
    **{f"{kind}{verb}": f"{kind}@" for kind in ADDRESS_KINDS for verb in ("Read", "Add", "Edit")},
    **{f"{kind}Browse": f"{kind}es@" for kind in ADDRESS_KINDS},
    **{f"{kind}Delete": OPEN for kind in ADDRESS_KINDS},
    "UserAddressEdit": "UserAddress@ Organization@",
    "UserAliasAdd": "UserAlias@",
    "UserAliasEdit": "UserAlias@",
    "UserAliasBrowse": "UserAliases@",
    "UserAliasDelete": OPEN,
    **dict.fromkeys(("VoicemailboxRead", "VoicemailboxEdit", "VoicemailboxAdd"), "Voicemailbox@"),
    "VoicemailboxBrowse": "Voicemailboxes@",
    "VoicemailboxDelete": OPEN,
    **dict.fromkeys(("DidRead", "DidEdit", "DidEditNote"), "Did@"),
    "DidBrowse": "Dids@",
    "DidDelete": OPEN,
    **dict.fromkeys(
        ("DidRequest", "UserRequestDid"), "Requested:positiveInteger Filled:nonNegativeInteger Dids@ User@"
    ),
    "NpaNxxBrowse": "Npas@",
    **dict.fromkeys(("E911LocationRead", "E911LocationEdit", "E911LocationAdd"), "E911Location@"),
    "E911LocationBrowse": "E911Locations@",
    "E911LocationDelete": OPEN,
    "CdrBrowse": "Cdrs@",
    "AddressRead": "Address@",
    "AddressBrowse": "Addresses@",
    "CountryRead": "Country@",
    "CountryBrowse": "Countries@",
    "CplRead": "Cpl@",
    "CplEdit": "Cpl@",
    "CplValidate": OPEN,
    "RegistrationBrowse": "ProxyRegistrations@",
}


def test_the_index_is_complete():
    assert len(INDEX) == 109
    assert set(ACTIONS) == set(INDEX)


def test_only_what_changes_the_service_is_a_write():
    reading = ("Read", "Browse", "Validate")
    no_writes = ("Session", "Echo", "NoOp", "CallSetup", "AuthCallSetup", "SendPasswordResetEmail")
    for name, action in ACTIONS.items():
        assert action.writes is not (name.endswith(reading) or name.startswith(no_writes)), name


def _pattern(field: str) -> tuple[str, str]:
    """Name and pattern of a field in the notation of ``PAYLOADS``."""
    how_often = {"?": "optional", "*": "zeroOrMore"}.get(field[-1])
    field = field.rstrip("?*")
    name, _colon, type_ = field.partition(":")
    if name.endswith("@"):
        name = name[:-1]
        pattern = f'<ref name="{name}"/>'
    else:
        content = f'<data type="{type_}"/>' if type_ else "<text/>"
        pattern = f'<element name="{name}">{content}</element>'
    return name, f"<{how_often}>{pattern}</{how_often}>" if how_often else pattern


def _element(name: str, fields: str, closed: bool = False) -> str:
    """An element with its fields in any order and with attributes and elements of any name; empty if it is closed."""
    patterns = dict(_pattern(field) for field in fields.split())
    others = "".join(f"<name>{other}</name>" for other in patterns)
    except_others = f"<except>{others}</except>" if others else ""
    open_content = (
        f'<zeroOrMore><element><anyName>{except_others}</anyName><ref name="anything"/></element></zeroOrMore>'
    )
    attributes = "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"
    inner = "<empty/>" if closed else f"<interleave>{''.join(patterns.values())}{open_content}</interleave>"
    return f'<element name="{name}">{"" if closed else attributes}{inner}</element>'


def _grammar() -> etree.RelaxNG:
    flag = '<choice><value type="string">true</value><value type="string">false</value></choice>'
    text = "<element name='{}'><text/></element>".format
    error = "<element name='Error'><interleave>{}" + text("Message") + "</interleave></element>"
    code = "<element name='Code'><data type='NMTOKEN'/></element>"
    errors = (
        "<optional><element name='Errors'><oneOrMore>" + error.format("{}" + code) + "</oneOrMore></element></optional>"
    )
    element = (
        "<element name='Element'>" + text("Key") + "<choice>" + text("Value") + "<ref name='Array'/></choice></element>"
    )
    starts = "".join(f"<ref name='Result.{action}'/>" for action in INDEX)
    definitions = [
        "<define name='anything'><zeroOrMore><choice><attribute><anyName/></attribute><text/>"
        "<element><anyName/><ref name='anything'/></element></choice></zeroOrMore></define>",
        f"<define name='Array'><element name='Array'><element name='Elements'><oneOrMore>{element}</oneOrMore>"
        "</element></element></define>",
        f"<define name='Cpl'><element name='Cpl'>{text('Username')}{text('Domain')}{text('Text')}<element name='Xml'>"
        f"<element name='cpl' ns='{CPL_NAMESPACE}'><ref name='anything'/></element></element></element></define>",
        *(f"<define name='{name}'>{_element(name, fields)}</define>" for name, fields in PAYLOADS.items()),
        *(
            f"<define name='Result.{action}'>{_element(action, fields, closed=action == 'CplValidate')}</define>"
            for action, fields in INDEX.items()
        ),
    ]
    parameter = (
        "<element name='Parameter'><element name='Name'><data type='NCName'/></element><choice>"
        + text("Value")
        + "<ref name='Array'/></choice></element>"
    )
    context = (
        f"<element name='Context'><element name='Action'><element name='IsCompleted'>{flag}</element>"
        + errors.format("")
        + f"</element><element name='Request'><element name='IsValid'>{flag}</element><element name='DateTime'>"
        "<data type='dateTime'/></element><element name='Duration'><data type='integer'/></element>"
        f"<optional><element name='Parameters'><oneOrMore>{parameter}</oneOrMore></element></optional>"
        + errors.format(text("Parameter"))
        + f"</element><element name='Session'><element name='IsEstablished'>{flag}</element><optional>"
        "<element name='SessionId'><data type='string'><param name='pattern'>[A-Za-z0-9]+</param></data></element>"
        "</optional><optional><element name='UserId'><data type='integer'/></element></optional>"
        "<optional><element name='Roles'><oneOrMore><ref name='Role'/></oneOrMore></element></optional>"
        "</element></element>"
    )
    schema = (
        f"<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='{NAMESPACE}' "
        "datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
        f"<start><choice><element name='Response'>{context}<optional><element name='Result'><choice>{starts}</choice>"
        f"</element></optional></element>{text('Exception')}</choice></start>{''.join(definitions)}</grammar>"
    )
    return etree.RelaxNG(etree.fromstring(schema))


GRAMMAR = _grammar()


def checked(root: Any) -> Any:
    GRAMMAR.assertValid(root)
    return root


def completed(root: Any, action: str) -> bool:
    return root.find(f"{{{NAMESPACE}}}Result/{{{NAMESPACE}}}{action}") is not None


def whole_life(api: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Calls that use every action once, in an order in which each can be completed."""
    organization = {"OrganizationId": api.organization}
    place = {**organization, "Domain": api.domain}
    account = {"AccountId": api.account}
    user = api.administrator
    yield "Echo", {"Color[red]": "1"}
    yield "NoOp", {}
    yield "AccountRead", account
    yield "AccountEditContact", {**account, **api.contact}
    yield "AccountEditAddCredit", {**account, "Amount": 10}
    yield "AccountEditRecharge", {**account, "Recharge": "true", "RechargeThreshold": 5, "RechargeLevel": 10}
    yield "AccountEditCreditCard", account
    yield "AccountBrowse", {}
    yield "AccountInvoiceRead", account
    yield "AccountInvoiceBrowse", account
    yield "AccountResourceRead", {**account, "ResourceId": 1}
    yield "AccountResourceBrowse", account
    yield "AccountResourceEditLimit", {**account, "ResourceId": 1, "Limit": 9}
    new = {"Username": "example_two", "Password": "a", "PasswordConfirm": "a"}
    yield "OrganizationAdd", {**account, **api.contact, **new}
    yield "OrganizationRead", organization
    yield "OrganizationBrowse", account
    yield "OrganizationEditContact", {**organization, **api.contact}
    yield (
        "OrganizationMigrateDomain",
        {"OrganizationId": 7303, "OldDomain": "example-two.onsip.com", "NewDomain": "two.example.com"},
    )
    yield (
        "UserAdd",
        {
            **place,
            "Username": "bo",
            "Name": "Bo",
            "Email": "bo@example.com",
            "AuthUsername": "example_bo",
            "Password": "a",
            "PasswordConfirm": "a",
        },
    )
    yield "UserRead", {"AuthUsername": "example_bo"}
    yield "UserBrowse", organization
    bo = api.do("UserRead", AuthUsername="example_bo").ok["User"]["UserId"]
    yield "UserEditContact", {"UserId": bo, **api.contact}
    yield "UserEditStatus", {"UserId": bo, "Status": "enabled"}
    yield "UserResetPortalPassword", {"UserId": bo}
    yield "SendPasswordResetEmail", {"Username": "bo@example.onsip.com", "Destination": "my"}
    yield from voicemail_and_addresses(api, bo)
    yield "UserAliasAdd", {**organization, "AliasUsername": "7002", "AddressUsername": "bo", "Visibility": "PUBLIC"}
    yield "UserAliasBrowse", organization
    renumbered = {"AliasUsername": "7002", "NewAliasUsername": "7012", "Visibility": "PRIVATE"}
    yield "UserAliasEdit", {**organization, **renumbered}
    yield "UserAliasDelete", {**organization, "AliasUsername": "7012"}
    yield from telephone_numbers(bo)
    yield "E911LocationAdd", {**organization, "LocationType": "Shared", "LocationName": "HQ"}
    yield "E911LocationRead", {"E911LocationId": 501}
    yield "E911LocationBrowse", organization
    yield "E911LocationEdit", {"E911LocationId": 501, "City": "Springfield"}
    yield "E911LocationDelete", {"E911LocationId": 501}
    yield "CdrBrowse", {**account, "MonthOffset": -1}
    yield "AddressRead", {"Address": "bo@example.onsip.com"}
    yield "AddressBrowse", organization
    yield "CountryRead", {"CountryId": 207}
    yield "CountryBrowse", {}
    yield "CplRead", {"Address": "bo@example.onsip.com"}
    yield "CplEdit", {"Address": "bo@example.onsip.com", "Cpl": "<cpl/>"}
    yield "CplValidate", {"Cpl": "<cpl/>"}
    yield "RegistrationBrowse", {"UserId": user}
    ends = {"FromAddress": "bo@example.onsip.com", "ToAddress": "13125550199"}
    yield "CallSetup", ends
    yield "AuthCallSetup", ends
    yield "UserDelete", {"UserId": bo}
    yield "SessionCreate", {"Username": "admin.example", "Password": "rehearsal"}


def voicemail_and_addresses(api: Any, user: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    place = {"OrganizationId": api.organization, "Domain": api.domain}
    yield "VoicemailboxAdd", {**place, "Username": "vm", "Mailbox": "7002", "Fullname": "Bo"}
    yield "VoicemailboxRead", {"VoicemailboxId": 11801}
    yield "VoicemailboxBrowse", {}
    yield "VoicemailboxEdit", {"VoicemailboxId": 11801, "Password": "2468"}
    members = {"MemberAddresses[bo@example.onsip.com]": 1}
    own = {
        "UserAddress": {"UserId": user, "Timeout": 30, "DefaultAddress": "vm@example.onsip.com"},
        "GroupAddress": {"Username": "a.group", "Ordering": "parallel", "Timeout": 30, **members},
        "ExternalAddress": {"ForeignAddress": "4000@pbx.example.net"},
        "TelephoneNumberAddress": {"UserId": user},
        "AttendantAddress": {"AttendantMenuId": 77},
        "VoicemailAddress": {"VoicemailboxId": 11801},
        "RecordingManagementAddress": {"Pin": "0321"},
    }
    for kind in ADDRESS_KINDS:
        name = f"a.{kind.lower()}"[:31]
        values = {"Username": name, **own.get(kind, {})}
        address = {"Address": f"{values['Username']}@{api.domain}"}
        yield f"{kind}Add", {**place, **values}
        yield f"{kind}Read", address
        yield f"{kind}Browse", {}
        yield f"{kind}Edit", {**address, **values}
        yield f"{kind}Delete", address
    yield "VoicemailboxDelete", {"VoicemailboxId": 11801}


def telephone_numbers(user: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "NpaNxxBrowse", {}
    purchase = {"UserId": user, "Protocol": "sip", "NpaNxx[217555]": 1}
    yield "DidRequest", purchase
    yield "UserRequestDid", purchase
    yield "DidRead", {"DidId": 30551}
    yield "DidBrowse", {"UserId": user}
    lead = {"Destination": "bo@example.onsip.com", "CallerIdNumberRequired": "true"}
    yield "DidEdit", {"DidId": 30551, "UserId": user, **lead}
    yield "DidEditNote", {"DidId": 30551, "Note": "main line"}
    yield "DidDelete", {"DidId": 30551}
    yield "DidDelete", {"DidId": 30552}


def agents_life(api: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    contact = {name: value for name, value in api.contact.items() if name != "CountryId"}
    login = {"Username": "new_one", "Domain": "new-one.onsip.com", "Password": "a"}
    terms = {"Company": "New One", "Productcode": "onSIP", "Creditcard": "false"}
    yield "AgentAddAccount", {**contact, **login, **terms}
    yield "UserEditRoleSubmit", {"UserId": 41003, "RoleNames[]": "User"}
    new = {"NewPortalPassword": "a", "NewPortalPasswordConfirm": "a"}
    yield "UserEditPortalPassword", {"UserId": 41003, "CurrentPortalPassword": "rehearsal", **new}
    yield "SessionDestroy", {}


def test_every_action_answers_with_a_document_of_the_schema(demo):
    used = []
    for life, login in ((whole_life, "admin.example"), (agents_life, "agent.example")):
        demo.log_in(login)
        for action, parameters in life(demo):
            root = demo.xml(action, *parameters.items())
            assert completed(checked(root), action), (action, etree.tostring(root))
            used.append(action)
    assert set(used) == set(INDEX)


@pytest.mark.parametrize("action", sorted(INDEX))
def test_every_refusal_is_a_document_of_the_schema(api, action):
    checked(api.xml(action))
    for parameters in whole_life_parameters(action):
        checked(api.xml(action, *parameters))
    api.session_id = None
    checked(api.xml(action))


def whole_life_parameters(action: str) -> Iterator[list[tuple[str, str]]]:
    """Values that are nonsense for every parameter of an action."""
    names = [parameter.name for parameter in ACTIONS[action].parameters]
    for nonsense in ("x", "-1", "\x00<&>"):
        yield [(name, nonsense) for name in names]
        yield [(f"{name}[]", nonsense) for name in names]


def test_the_other_forms_of_payloads_are_documents_of_the_schema(demo):
    demo.configure(group_members="elements", external_address_form="default_address", did_destination_readable=True)
    demo.do(
        "GroupAddressAdd",
        ("MemberAddresses[admin@example.onsip.com]", 1),
        OrganizationId=demo.organization,
        Username="g",
        Domain=demo.domain,
        Ordering="parallel",
        Timeout=5,
    )
    demo.do(
        "ExternalAddressAdd",
        OrganizationId=demo.organization,
        Username="e",
        Domain=demo.domain,
        ForeignAddress="1@pbx.example.net",
    )
    for mode in ("elements", "cpl_text"):
        demo.configure(group_members=mode)
        assert completed(checked(demo.xml("GroupAddressBrowse")), "GroupAddressBrowse")
    assert completed(checked(demo.xml("ExternalAddressBrowse")), "ExternalAddressBrowse")


def test_the_grammar_refuses_what_it_should():
    good = etree.fromstring(
        f"<Response xmlns='{NAMESPACE}'><Context><Action><IsCompleted>true</IsCompleted></Action><Request><IsValid>true"
        "</IsValid><DateTime>2024-05-14T09:30:00+00:00</DateTime><Duration>1</Duration></Request><Session>"
        "<IsEstablished>false</IsEstablished></Session></Context><Result><AddressRead><Address><AddressId>1"
        "</AddressId><Username/><Domain/><Type/><Name/><Modified>2024-05-14T09:30:00+00:00</Modified><Created>"
        "2024-05-14T09:30:00+00:00</Created></Address></AddressRead></Result></Response>"
    )
    assert GRAMMAR.validate(good)
    text = etree.tostring(good).decode()
    for wrong in (
        text.replace("<AddressId>1</AddressId>", ""),
        text.replace("<AddressId>1<", "<AddressId><"),
        text.replace("IsCompleted>true<", "IsCompleted>1<"),
        text.replace(f' xmlns="{NAMESPACE}"', ""),
        text.replace("AddressRead", "AddressReed"),
    ):
        assert not GRAMMAR.validate(etree.fromstring(wrong))
