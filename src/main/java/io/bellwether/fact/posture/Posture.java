package io.bellwether.fact.posture;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.Settlement;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what probes saw of vendors' posture, and makes the states of checks of it. */
@ApplicationScoped
public class Posture {

    private final EvidenceTable table;
    private final RuleSetChoice rules;
    private final Facts facts;

    Posture(EvidenceTable table, RuleSetChoice rules, Facts facts) {
        this.table = table;
        this.rules = rules;
        this.facts = facts;
    }

    /**
     * Stores looks and what follows from them.
     *
     * @return the states that were new, as {@link Facts#record} tells them
     */
    @Transactional
    public List<Fact> record(UUID vendorId, UUID probeId, List<PostureEvidence> seen, Instant knownAt) {
        List<Finding> findings = new ArrayList<>();
        for (PostureEvidence evidence : inOneOrder(seen)) {
            table.add(vendorId, probeId, evidence);
            findings.addAll(findings(vendorId, evidence));
        }
        return facts.record(vendorId, probeId, findings, knownAt);
    }

    private static List<PostureEvidence> inOneOrder(List<PostureEvidence> seen) {
        return seen.stream()
                .sorted(Comparator.comparing(PostureEvidence::kind).thenComparing(PostureEvidence::target))
                .toList();
    }

    private List<Finding> findings(UUID vendorId, PostureEvidence evidence) {
        Map<String, CheckFact> known = known(vendorId, evidence);
        CheckFindings looks = new CheckFindings(evidence, assessments(vendorId, evidence));
        List<Finding> findings = new ArrayList<>(looks.findings(known));
        findings.forEach(finding -> known.remove(finding.key()));
        known.values().stream()
                .filter(check -> check.outcome() != CheckOutcome.NOT_APPLICABLE)
                .map(looks::gone)
                .forEach(findings::add);
        return findings;
    }

    private Map<String, CheckFact> known(UUID vendorId, PostureEvidence evidence) {
        String prefix = Look.prefix(evidence.kind(), evidence.target());
        return facts.current(vendorId, Dimension.SECURITY).stream()
                .filter(fact -> fact.key().startsWith(prefix))
                .flatMap(CheckFact::of)
                .filter(check -> check.fact().key().equals(prefix + check.fact().signal()))
                .collect(Collectors.toMap(check -> check.fact().key(), Function.identity()));
    }

    /** Of the latest looks, newest first, by the rule set that counts now. */
    private List<Assessment> assessments(UUID vendorId, PostureEvidence evidence) {
        return table.latest(vendorId, evidence.kind(), evidence.target(), Settlement.LOOKS).stream()
                .flatMap(this::assessments)
                .limit(Settlement.LOOKS)
                .toList();
    }

    private Stream<Assessment> assessments(Look stretch) {
        Assessment last = rules.assess(stretch.evidence().at(stretch.lastSeenAt()));
        return Collections.nCopies(Math.min(stretch.looks(), Settlement.LOOKS), last).stream();
    }
}
