package io.bellwether.alert;

import io.bellwether.fact.Fact;
import java.util.List;
import java.util.Map;

/** A rule that judges what has just become known. */
interface FactRule {

    /**
     * @param facts of one vendor
     * @param open the open episodes about these facts, locked
     */
    List<Evidence> judge(List<Fact> facts, Map<Subject, StoredEpisode> open);
}
