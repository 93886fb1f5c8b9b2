package io.bellwether.core.posture.zone;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what the zone says about itself and about names in it. */
final class NamesJudge {

    /** What RFC 8657 lets a record be bound to. */
    private static final List<String> BINDINGS = List.of("accounturi", "validationmethods");

    private NamesJudge() {}

    /** The first name on the way up that has records decides (RFC 8659, 3). */
    static CheckResult caa(List<CaaAnswer> way) {
        for (CaaAnswer answer : way) {
            if (answer.unknown() != null) {
                return ZoneRules.CAA.unknown(answer.unknown());
            }
            if (!answer.records().isEmpty()) {
                return caa(answer);
            }
        }
        return way.isEmpty()
                ? ZoneRules.CAA.unknown("The records were not asked for.")
                : ZoneRules.CAA.result(
                        "caa-absent",
                        Map.of("asked", way.stream().map(CaaAnswer::name).toList()));
    }

    private static CheckResult caa(CaaAnswer found) {
        List<String> issuers = values(found, "issue").toList();
        Map<String, Object> evidence = Map.of(
                "name", found.name(),
                "issue", issuers,
                "issuewild", values(found, "issuewild").toList(),
                "iodef", values(found, "iodef").toList(),
                "bindings",
                        BINDINGS.stream().filter(word -> isBound(found, word)).toList());
        CheckResult result =
                ZoneRules.CAA.result(issuers.isEmpty() ? "caa-without-issuers" : "caa-restricted", evidence);
        return issuers.isEmpty()
                ? result
                : result.because(found.name() + " lets these authorities issue certificates: "
                        + listed(issuers.stream()
                                .map(NamesJudge::authority)
                                .distinct()
                                .toList()) + ".");
    }

    private static Stream<String> values(CaaAnswer answer, String tag) {
        return answer.records().stream()
                .filter(record -> record.tag().equalsIgnoreCase(tag))
                .map(CaaRecord::value);
    }

    private static boolean isBound(CaaAnswer answer, String parameter) {
        return Stream.concat(values(answer, "issue"), values(answer, "issuewild"))
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(parameter + "="));
    }

    /** The part before the parameters; nothing there stands for nobody (RFC 8659, 4.2). */
    private static String authority(String value) {
        int parameters = value.indexOf(';');
        String name = (parameters < 0 ? value : value.substring(0, parameters)).strip();
        return name.isEmpty() ? "nobody" : name;
    }

    static CheckResult signatures(@Nullable Signatures signatures) {
        CheckRule rule = ZoneRules.DNSSEC;
        if (signatures == null) {
            return rule.unknown("The signatures were not looked at.");
        }
        Map<String, Object> evidence = Map.of("why", signatures.why());
        return switch (signatures.state()) {
            case Signatures.SECURE -> rule.result("dnssec-valid", Map.of());
            case Signatures.UNSIGNED -> rule.result("dnssec-unsigned", evidence);
            case Signatures.BOGUS ->
                rule.result("dnssec-bogus", evidence)
                        .because("The zone's signatures do not hold: "
                                + (signatures.why().isEmpty() ? "the chain is broken" : signatures.why()) + ".");
            default -> rule.unknown("Whether its signatures hold could not be told: " + signatures.why() + ".");
        };
    }

    static CheckResult aliases(List<HostLook> hosts) {
        CheckRule rule = ZoneRules.ALIASES;
        List<HostLook> dangling = hosts.stream().filter(HostLook::dangles).toList();
        if (!dangling.isEmpty()) {
            return dangling(rule, dangling);
        }
        HostLook missing = hosts.stream()
                .filter(host -> host.unknown() != null)
                .findFirst()
                .orElse(null);
        if (missing != null) {
            return rule.unknown(Objects.requireNonNull(missing.unknown()));
        }
        List<HostLook> aliases =
                hosts.stream().filter(host -> !host.aliases().isEmpty()).toList();
        return aliases.isEmpty()
                ? rule.notApplicable("None of the host names that were looked at is an alias.")
                : rule.result(
                        "aliases-lead-on",
                        Map.of(
                                "aliases",
                                aliases.stream().map(NamesJudge::shown).toList()));
    }

    /** The sentence is about the worst of them. */
    private static CheckResult dangling(CheckRule rule, List<HostLook> hosts) {
        HostLook claimable =
                hosts.stream().filter(NamesJudge::isClaimable).findFirst().orElse(null);
        HostLook told = claimable == null ? hosts.getFirst() : claimable;
        return rule.result(
                        claimable == null ? "alias-dangling" : "alias-claimable",
                        Map.of("aliases", hosts.stream().map(NamesJudge::shown).toList()))
                .because(told.host() + " is an alias of " + told.aliases().getLast() + ", which does not exist"
                        + (claimable == null ? "." : "; it may be taken over, which is not confirmed."));
    }

    private static boolean isClaimable(HostLook host) {
        return Claimable.test(host.aliases().getLast(), Objects.requireNonNullElse(host.deniedBy(), ""));
    }

    private static String shown(HostLook host) {
        return host.host() + " → " + String.join(" → ", host.aliases());
    }

    /** Of hosts that have an address at all. */
    static CheckResult ipv6(List<HostLook> hosts) {
        CheckRule rule = ZoneRules.IPV6;
        List<HostLook> there = hosts.stream()
                .filter(host -> !HostLook.NO_SUCH_NAME.equals(host.end()))
                .filter(host -> !HostLook.NO_DATA.equals(host.end()) || !Boolean.FALSE.equals(host.ipv6()))
                .toList();
        if (there.isEmpty()) {
            return rule.notApplicable("None of the host names that were looked at has an address.");
        }
        if (there.stream().anyMatch(host -> host.ipv6() == null)) {
            return rule.unknown("Not every host's addresses could be told.");
        }
        List<String> without = there.stream()
                .filter(host -> !Boolean.TRUE.equals(host.ipv6()))
                .map(HostLook::host)
                .toList();
        return without.isEmpty()
                ? rule.result("ipv6-published", Map.of())
                : rule.result("ipv4-only", Map.of("hosts", without));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
