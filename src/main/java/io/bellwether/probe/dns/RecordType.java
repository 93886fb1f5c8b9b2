package io.bellwether.probe.dns;

import org.xbill.DNS.Type;

/** The types of records that can be asked for; the names are IANA's. */
enum RecordType {
    A,
    AAAA,
    CNAME,
    MX,
    NS,
    TXT,
    SOA,
    CAA,
    SRV,
    PTR,
    DS,
    DNSKEY,
    TLSA,
    HTTPS,
    SVCB;

    /** Its number in DNS messages. */
    int number() {
        return Type.value(name());
    }
}
