package io.bellwether.probe.domain;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of a register in the shape of RFC 9083, written for tests. */
final class RdapAnswers {

    private RdapAnswers() {}

    static String domain(String name, @Nullable String expires, String... statuses) {
        String expiry =
                expires == null ? "" : ", {\"eventAction\": \"expiration\", \"eventDate\": \"" + expires + "\"}";
        String status = Arrays.stream(statuses).map(one -> '"' + one + '"').collect(Collectors.joining(", "));
        return """
                {"objectClassName": "domain", "handle": "4711_DOMAIN-X", "ldhName": "%s", "rdapConformance": ["rdap_level_0"],
                 "status": [%s],
                 "events": [{"eventAction": "registration", "eventDate": "2001-02-03T04:05:06Z"},
                            {"eventAction": "last update of RDAP database", "eventDate": "2026-11-22T09:59:59Z"}%s],
                 "entities": [
                   {"objectClassName": "entity", "roles": ["registrant"], "vcardArray": ["vcard", [["fn", {}, "text", "Shop Ltd"]]]},
                   {"objectClassName": "entity", "handle": "292", "roles": ["registrar"],
                    "publicIds": [{"type": "IANA Registrar ID", "identifier": "292"}],
                    "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Careful Registrar Inc."]]],
                    "entities": [{"roles": ["abuse"]}]}],
                 "nameservers": [{"objectClassName": "nameserver", "ldhName": "NS2.SHOP.TEST."}, {"ldhName": "ns1.shop.test"}],
                 "secureDNS": {"delegationSigned": true, "dsData": [{"keyTag": 1}]},
                 "notices": [{"title": "Terms of Use", "description": ["…"]}]}""".formatted(name, status, expiry);
    }
}
