package io.bellwether.core.posture.zone;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a zone's name servers. */
final class ServersJudge {

    private static final String NOT_LOOKED_AT = "The name servers were not looked at.";
    private static final String ONLY_ONE = "There is only one name server.";

    private final @Nullable NameServers found;

    ServersJudge(@Nullable NameServers found) {
        this.found = found;
    }

    CheckResult count() {
        return judged(ZoneRules.SERVER_COUNT, zone -> {
            List<String> names = zone.servers().stream().map(NameServer::name).toList();
            return ZoneRules.SERVER_COUNT.result(
                    names.size() > 1 ? "several-servers" : "single-server",
                    Map.of("zone", zone.zone(), "servers", names));
        });
    }

    /** Two networks are enough, even if not every server's addresses are known. */
    CheckResult networks() {
        return judged(ZoneRules.NETWORKS, zone -> {
            if (zone.servers().size() < 2) {
                return ZoneRules.NETWORKS.notApplicable(ONLY_ONE);
            }
            List<String> networks = Networks.of(zone.servers().stream()
                    .map(NameServer::addresses)
                    .flatMap(Collection::stream)
                    .toList());
            if (networks.size() > 1) {
                return ZoneRules.NETWORKS.result("networks-differ", Map.of("networks", networks));
            }
            String missing = zone.servers().stream()
                    .flatMap(server -> Stream.ofNullable(server.addressesUnknown()))
                    .findFirst()
                    .orElse(null);
            if (missing != null) {
                return ZoneRules.NETWORKS.unknown(missing);
            }
            return networks.isEmpty()
                    ? ZoneRules.NETWORKS.unknown("No name server has an address.")
                    : ZoneRules.NETWORKS
                            .result("networks-same", Map.of("networks", networks))
                            .because("All name servers lie in " + networks.getFirst() + ".");
        });
    }

    CheckResult delegation() {
        return judged(ZoneRules.DELEGATION, zone -> {
            CheckRule rule = ZoneRules.DELEGATION;
            List<String> above = zone.above();
            if (above == null) {
                return rule.unknown(Objects.requireNonNullElse(zone.aboveUnknown(), "The zone above did not say."));
            }
            List<List<String>> own = distinct(zone, NameServer::names);
            if (own.isEmpty()) {
                return rule.unknown("No name server says who the name servers are.");
            }
            Map<String, Object> evidence = Map.of("above", above, "own", own);
            boolean agrees = own.size() == 1 && own.getFirst().equals(above);
            return agrees
                    ? rule.result("delegation-agrees", evidence)
                    : rule.result("delegation-differs", evidence).because(difference(above, own));
        });
    }

    private static String difference(List<String> above, List<List<String>> own) {
        List<String> every =
                own.stream().flatMap(List::stream).distinct().sorted().toList();
        List<String> onlyAbove = without(above, every);
        List<String> onlyBelow = without(every, above);
        if (onlyAbove.isEmpty() && onlyBelow.isEmpty()) {
            return "The name servers disagree among themselves about who they are.";
        }
        Stream<String> parts = Stream.of(
                onlyAbove.isEmpty() ? "" : "only the zone above names " + String.join(", ", onlyAbove),
                onlyBelow.isEmpty() ? "" : "only the zone itself names " + String.join(", ", onlyBelow));
        String words = String.join("; ", parts.filter(part -> !part.isEmpty()).toList());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    /** Where nobody answers for the zone, the silence may be our own: others may see it well. */
    CheckResult answers() {
        return judged(ZoneRules.ANSWERS, zone -> {
            CheckRule rule = ZoneRules.ANSWERS;
            Map<String, Object> faults = new LinkedHashMap<>();
            for (NameServer server : zone.servers()) {
                if (server.fault() != null) {
                    faults.put(server.name(), server.fault());
                }
            }
            if (zone.servers().stream().noneMatch(NameServer::answered)) {
                return rule.unknown("No name server answers us; our own way to them may be closed.");
            }
            if (faults.isEmpty()) {
                return zone.servers().stream().allMatch(NameServer::answered)
                        ? rule.result("servers-answer", Map.of())
                        : rule.unknown("Some name servers could not be asked from here.");
            }
            boolean lame = zone.servers().stream().anyMatch(server -> server.fault() != null && server.answered());
            return rule.result(lame ? "servers-lame" : "servers-silent", faults)
                    .because(faults.size() + " of " + zone.servers().size() + " name servers of " + zone.zone()
                            + " do not answer for it: " + String.join(", ", faults.keySet()) + ".");
        });
    }

    CheckResult serials() {
        return judged(ZoneRules.SERIALS, zone -> {
            CheckRule rule = ZoneRules.SERIALS;
            if (zone.servers().size() < 2) {
                return rule.notApplicable(ONLY_ONE);
            }
            long told = zone.servers().stream()
                    .filter(server -> server.serial() != null)
                    .count();
            List<Long> serials = distinct(zone, NameServer::serial);
            Map<String, Object> evidence = Map.of("serials", serials);
            if (serials.size() > 1) {
                return rule.result("serials-differ", evidence);
            }
            return told < 2
                    ? rule.unknown("Fewer than two name servers told their serial.")
                    : rule.result("serials-agree", evidence);
        });
    }

    private CheckResult judged(CheckRule rule, Function<NameServers, CheckResult> judge) {
        return found == null || found.servers().isEmpty() ? rule.unknown(NOT_LOOKED_AT) : judge.apply(found);
    }

    private static <T> List<T> distinct(NameServers zone, Function<NameServer, @Nullable T> told) {
        return zone.servers().stream()
                .flatMap(server -> Stream.ofNullable(told.apply(server)))
                .distinct()
                .toList();
    }
}
