package io.bellwether.core.posture.zone;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/** Judges a zone by {@code zone-2026.1}; see {@link ZoneRules} for what each check takes. */
public final class ZoneAssessor implements Assessor<ZoneEvidence> {

    @Override
    public RuleSet ruleSet() {
        return ZoneRules.SET;
    }

    @Override
    public String kind() {
        return ZoneEvidence.KIND;
    }

    @Override
    public Class<ZoneEvidence> evidence() {
        return ZoneEvidence.class;
    }

    @Override
    public Assessment assess(ZoneEvidence evidence) {
        String nothing = evidence.unknown();
        return new Assessment(
                ZoneRules.SET.id(),
                evidence.target(),
                evidence.observedAt(),
                nothing == null ? results(evidence) : ruleSet().unknown(nothing),
                null);
    }

    private static List<CheckResult> results(ZoneEvidence evidence) {
        ServersJudge servers = new ServersJudge(evidence.nameServers());
        return List.of(
                NamesJudge.caa(evidence.caa()),
                NamesJudge.signatures(evidence.signatures()),
                servers.count(),
                servers.networks(),
                servers.delegation(),
                servers.answers(),
                servers.serials(),
                NamesJudge.aliases(evidence.hosts()),
                NamesJudge.ipv6(evidence.hosts()));
    }
}
