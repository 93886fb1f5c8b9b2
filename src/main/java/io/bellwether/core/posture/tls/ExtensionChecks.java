package io.bellwether.core.posture.tls;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.Map;

/** Answers the checks of {@link TlsExtras}, by what the first address showed. */
record ExtensionChecks(TlsFacts facts) {

    private static final String NEWEST_ONLY = "TLS 1.3 has it built in, and nothing older is spoken.";

    CheckResult stapling(CheckRule rule) {
        TlsChain chain = facts.chain();
        Boolean stapled = facts.first().stapled();
        if (stapled != null && stapled) {
            return rule.result("tls-stapling-stapled", Map.of());
        }
        if (chain != null && !chain.revocationAddress()) {
            return rule.notApplicable("The certificate names nobody who could be asked for its revocation.");
        }
        return stapled == null
                ? rule.unknown("No handshake was seen in which a status would come in the clear.")
                : rule.result("tls-stapling-missing", Map.of());
    }

    CheckResult transparency(CheckRule rule) {
        TlsChain chain = facts.chain();
        if (chain == null) {
            return rule.unknown("No certificate was seen.");
        }
        int timestamps = Math.max(chain.timestamps(), facts.first().timestamps());
        return rule.result(
                timestamps >= 2 ? "tls-transparency-logged" : "tls-transparency-missing",
                Map.of("timestamps", timestamps));
    }

    CheckResult masterSecret(CheckRule rule) {
        Boolean supported = facts.first().extendedMasterSecret();
        return supported == null
                ? unseen(rule)
                : rule.result(supported ? "tls-ems-supported" : "tls-ems-missing", Map.of());
    }

    CheckResult renegotiation(CheckRule rule) {
        Boolean secure = facts.first().secureRenegotiation();
        return secure == null
                ? unseen(rule)
                : rule.result(secure ? "tls-renegotiation-secure" : "tls-renegotiation-silent", Map.of());
    }

    private CheckResult unseen(CheckRule rule) {
        return facts.newestOnly()
                ? rule.notApplicable(NEWEST_ONLY)
                : rule.unknown("No answer in TLS 1.2 or older was seen.");
    }

    CheckResult applicationProtocol(CheckRule rule) {
        String protocol = facts.first().protocol();
        if (protocol != null) {
            return rule.result(
                    "h2".equals(protocol) ? "tls-alpn-http-2" : "tls-alpn-http-1", Map.of("chosen", protocol));
        }
        return facts.supported().findAny().isEmpty()
                ? rule.unknown("No handshake was seen.")
                : rule.result("tls-alpn-none", Map.of());
    }
}
