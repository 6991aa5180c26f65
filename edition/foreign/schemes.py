"""Prefixes of pointers that need no `prefixDef`: schemes of URIs that everybody knows.

After the registry of IANA (RFC 7595), as far as texts are likely to use it, and identifiers of scholarship that
are written in the same way; "tei" names a release of the Guidelines (tei:4.6.0, att.global.source).
"""

from __future__ import annotations

KNOWN = frozenset(
    """
    about acct ark bitcoin blob cid data dav dict dns doi dtn ed2k feed file ftp ftps geo git go gopher hdl http https
    im imap info ipfs ipns ipp irc jabber javascript lastfm ldap ldaps magnet mailto maps mid news nfs ni nih nntp
    openid pop pres redis rsync rtsp service sftp sip sips skype sms snmp spotify ssh swh tag tei tel telnet tftp tip tn3270 tv
    urn uuid vemmi view-source ws wss xmlrpc xmpp
    """.split()
)
