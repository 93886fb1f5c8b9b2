package io.bellwether.alert;

import java.util.List;

/** A rule that judges what probes have just measured. */
interface ObservationRule {

    /** Evidence for and against alerts; good evidence matters only where an episode is open. */
    List<Evidence> judge(Batch batch);
}
