package io.bellwether.core.posture.catalogue;

import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.mail.MailAssessor;
import io.bellwether.core.posture.securitytxt.SecurityTxtAssessor;
import io.bellwether.core.posture.tls.TlsAssessor;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.zone.ZoneAssessor;
import java.util.List;
import java.util.Optional;

/** Every rule set that can judge evidence. */
public final class Assessors {

    /** Of one kind of evidence the first is the one that counts unless another is configured. */
    private static final List<Assessor<?>> ALL = List.of(
            Observatory.five(),
            Observatory.fiveCompatible(),
            Observatory.six(),
            Observatory.sixCompatible(),
            new TlsAssessor(),
            new MailAssessor(),
            new ZoneAssessor(),
            new SecurityTxtAssessor());

    private Assessors() {}

    public static List<Assessor<?>> all() {
        return ALL;
    }

    /** Those of one kind of evidence, the usual one first. */
    public static List<Assessor<?>> of(String kind) {
        return ALL.stream().filter(assessor -> assessor.kind().equals(kind)).toList();
    }

    public static Optional<Assessor<?>> find(String ruleSetId) {
        return ALL.stream()
                .filter(assessor -> assessor.ruleSet().id().equals(ruleSetId))
                .findFirst();
    }
}
