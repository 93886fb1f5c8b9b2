package io.bellwether.core.posture.tls;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers each check of {@link TlsRules}. */
final class TlsChecks {

    private static final String NO_CERTIFICATE = "No certificate was seen.";

    private final TlsFacts facts;

    private TlsChecks(TlsFacts facts) {
        this.facts = facts;
    }

    static List<CheckResult> of(TlsFacts facts) {
        TlsChecks checks = new TlsChecks(facts);
        Map<String, Function<CheckRule, CheckResult>> answers = new LinkedHashMap<>();
        answers.put("tls-protocols", checks::protocols);
        answers.put("tls-weak-ciphers", checks::weakCiphers);
        answers.put("tls-forward-secrecy", checks::forwardSecrecy);
        answers.put("tls-authenticated-encryption", checks::encryption);
        answers.put("tls-key", checks::key);
        answers.put("tls-key-exchange", checks::keyExchange);
        answers.put("tls-signature", checks::signature);
        answers.put("tls-trust", checks::trust);
        ExtensionChecks extensions = new ExtensionChecks(facts);
        answers.put("tls-stapling", extensions::stapling);
        answers.put("tls-transparency", extensions::transparency);
        answers.put("tls-ems", extensions::masterSecret);
        answers.put("tls-renegotiation", extensions::renegotiation);
        answers.put("tls-alpn", extensions::applicationProtocol);
        return answers.entrySet().stream()
                .map(answer -> answer.getValue().apply(TlsRules.SET.require(answer.getKey())))
                .toList();
    }

    private CheckResult protocols(CheckRule rule) {
        Map<String, Object> seen = new LinkedHashMap<>();
        TlsFacts.VERSIONS.forEach(
                version -> seen.put(version, facts.version(version).name()));
        if (facts.supports(TlsAnswer.SSL_3)) {
            return rule.result("tls-protocols-ssl-3-offered", seen);
        }
        boolean outdated = facts.supports(TlsAnswer.TLS_1_0) || facts.supports(TlsAnswer.TLS_1_1);
        boolean modern = facts.supports(TlsAnswer.TLS_1_2) || facts.supports(TlsAnswer.TLS_1_3);
        boolean modernRefused = facts.version(TlsAnswer.TLS_1_2) == Support.NOT_SUPPORTED
                && facts.version(TlsAnswer.TLS_1_3) == Support.NOT_SUPPORTED;
        if (outdated) {
            return modern || !modernRefused
                    ? rule.result("tls-protocols-outdated-offered", seen)
                    : rule.result("tls-protocols-outdated-only", seen);
        }
        List<String> untold = TlsFacts.VERSIONS.stream()
                .filter(version -> facts.version(version) == Support.UNKNOWN)
                .toList();
        if (!untold.isEmpty()) {
            return rule.unknown("The server gave no clear answer to " + String.join(", ", untold) + ".");
        }
        if (!modern) {
            return rule.unknown("The server accepted no version that it was asked for.");
        }
        return rule.result(
                facts.supports(TlsAnswer.TLS_1_3) ? "tls-protocols-modern" : "tls-protocols-without-1-3", seen);
    }

    private CheckResult weakCiphers(CheckRule rule) {
        List<Suite> weak = facts.suites().stream()
                .filter(suite -> broken(suite) || suite.rc4() || suite.shortBlock())
                .toList();
        Map<String, Object> seen =
                Map.of("accepted", weak.stream().map(Suite::name).toList());
        if (weak.stream().anyMatch(TlsChecks::broken)) {
            return rule.result("tls-weak-ciphers-broken", seen);
        }
        if (weak.stream().anyMatch(Suite::rc4)) {
            return rule.result("tls-weak-ciphers-rc4", seen);
        }
        if (!weak.isEmpty()) {
            return rule.result("tls-weak-ciphers-64-bit", seen);
        }
        List<String> untold = Stream.of(TlsAnswer.RC4, TlsAnswer.SHORT_BLOCK, TlsAnswer.BROKEN)
                .filter(name -> facts.suiteClass(name) == Support.UNKNOWN)
                .toList();
        return untold.isEmpty()
                ? rule.result("tls-weak-ciphers-none", seen)
                : rule.unknown("The server gave no clear answer to suites with " + String.join(", ", untold) + ".");
    }

    /** What the guide fails at sight: no encryption, no server, or a key under 112 bits. */
    static boolean broken(Suite suite) {
        return suite.anonymous() || suite.bits() < 112;
    }

    private CheckResult forwardSecrecy(CheckRule rule) {
        List<Suite> preferred = facts.preferred();
        if (preferred.isEmpty()) {
            return rule.unknown("No suite was agreed on.");
        }
        Map<String, Object> seen = Map.of("chosen", names(preferred));
        if (!preferred.stream().allMatch(Suite::forwardSecret)) {
            return rule.result("tls-forward-secrecy-none", seen);
        }
        if (facts.suites().stream().anyMatch(Suite::staticRsa)) {
            return rule.result("tls-forward-secrecy-preferred", seen);
        }
        return switch (facts.suiteClass(TlsAnswer.STATIC_RSA)) {
            case SUPPORTED -> rule.result("tls-forward-secrecy-preferred", seen);
            case NOT_SUPPORTED -> rule.result("tls-forward-secrecy-always", seen);
            case UNKNOWN -> rule.unknown("The server gave no clear answer to suites with static RSA.");
        };
    }

    private CheckResult encryption(CheckRule rule) {
        List<Suite> preferred = facts.preferred();
        if (preferred.isEmpty()) {
            return rule.unknown("No suite was agreed on.");
        }
        boolean all = preferred.stream().allMatch(Suite::authenticated);
        return rule.result(
                all ? "tls-authenticated-encryption-used" : "tls-authenticated-encryption-none",
                Map.of("chosen", names(preferred)));
    }

    private CheckResult key(CheckRule rule) {
        List<TlsCertificate> own = facts.chains().stream().map(TlsChain::own).toList();
        if (own.isEmpty()) {
            return rule.unknown(NO_CERTIFICATE);
        }
        TlsCertificate weakest = own.stream()
                .min(Comparator.comparing((TlsCertificate each) -> !KeyStrength.isBreakable(each))
                        .thenComparing(each -> !KeyStrength.isShort(each)))
                .orElseThrow();
        if (weakest.keyBits() <= 0) {
            return rule.unknown("The size of a key of type " + weakest.keyType() + " cannot be told.");
        }
        Map<String, Object> seen = Map.of("keyType", weakest.keyType(), "keyBits", weakest.keyBits());
        if (KeyStrength.isBreakable(weakest)) {
            return rule.result("tls-key-breakable", seen);
        }
        return rule.result(KeyStrength.isShort(weakest) ? "tls-key-short" : "tls-key-sound", seen);
    }

    private CheckResult keyExchange(CheckRule rule) {
        List<TlsAnswer> made = facts.supported()
                .filter(answer -> answer.keyBits() != null || answer.group() != null)
                .toList();
        if (made.isEmpty()) {
            List<Suite> suites = facts.suites();
            return !suites.isEmpty() && suites.stream().allMatch(Suite::staticRsa)
                    ? rule.notApplicable("No key was made for the connection alone.")
                    : rule.unknown("No key was seen that was made for the connection alone.");
        }
        int fewest = made.stream()
                .filter(answer -> answer.keyBits() != null)
                .mapToInt(TlsAnswer::keyBits)
                .min()
                .orElse(Integer.MAX_VALUE);
        Map<String, Object> seen = Map.of(
                "seen",
                made.stream()
                        .map(answer -> answer.group() != null ? answer.group() : answer.keyBits() + " bits")
                        .distinct()
                        .toList());
        if (fewest < 1024) {
            return rule.result("tls-key-exchange-breakable", seen);
        }
        return rule.result(fewest < 2048 ? "tls-key-exchange-short" : "tls-key-exchange-sound", seen);
    }

    private CheckResult signature(CheckRule rule) {
        if (facts.chains().isEmpty()) {
            return rule.unknown(NO_CERTIFICATE);
        }
        Map<String, Object> seen = Map.of(
                "signatures",
                signed(facts).map(TlsCertificate::signatureAlgorithm).distinct().toList());
        if (signedWith(facts, "MD5", "MD2")) {
            return rule.result("tls-signature-md5", seen);
        }
        return rule.result(signedWith(facts, "SHA1") ? "tls-signature-sha-1" : "tls-signature-sound", seen);
    }

    static boolean signedWith(TlsFacts facts, String... hashes) {
        return signed(facts)
                .map(certificate -> certificate
                        .signatureAlgorithm()
                        .toUpperCase(Locale.ROOT)
                        .replace("-", ""))
                .anyMatch(algorithm -> Arrays.stream(hashes).anyMatch(algorithm::startsWith));
    }

    /** A root is believed without looking at its own signature. */
    private static Stream<TlsCertificate> signed(TlsFacts facts) {
        return facts.chains().stream()
                .flatMap(chain -> chain.certificates().stream()
                        .filter(certificate -> certificate.equals(chain.own()) || !certificate.selfIssued()));
    }

    private CheckResult trust(CheckRule rule) {
        if (facts.chains().isEmpty()) {
            return rule.unknown(NO_CERTIFICATE);
        }
        TlsChain worst = facts.chains().stream()
                .min(Comparator.comparing(chain -> TrustState.of(chain, facts.at())))
                .orElseThrow();
        TlsCertificate own = worst.own();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("subject", own.subject());
        seen.put("issuer", own.issuer());
        seen.put("notBefore", own.notBefore().toString());
        seen.put("notAfter", own.notAfter().toString());
        seen.put("names", worst.names().stream().limit(10).collect(Collectors.toList()));
        if (worst.distrust() != null) {
            seen.put("distrust", worst.distrust());
        }
        return rule.result(TrustState.of(worst, facts.at()).code(), seen);
    }

    private static List<String> names(List<Suite> suites) {
        return suites.stream().map(Suite::name).toList();
    }
}
