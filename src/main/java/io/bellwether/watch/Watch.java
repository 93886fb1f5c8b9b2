package io.bellwether.watch;

import io.bellwether.core.watch.Diagnosis;
import io.bellwether.core.watch.Vitals;
import jakarta.inject.Singleton;

/** One look at Bellwether itself, and what follows from it. */
@Singleton
class Watch {

    private final VitalsReader reader;
    private final WatchMetrics metrics;
    private final SelfAlerts alerts;
    private final Heartbeat heartbeat;
    private final Diagnosis.Limits limits;

    Watch(VitalsReader reader, WatchMetrics metrics, SelfAlerts alerts, Heartbeat heartbeat, WatchSettings settings) {
        this.reader = reader;
        this.metrics = metrics;
        this.alerts = alerts;
        this.heartbeat = heartbeat;
        this.limits =
                new Diagnosis.Limits(settings.evaluationLimit(), settings.messagesLimit(), settings.criticalLimit());
    }

    /** The heartbeat comes last: it says that all of this works too. */
    Diagnosis look() {
        Vitals vitals = reader.read();
        metrics.show(vitals);
        Diagnosis diagnosis = Diagnosis.of(vitals, limits);
        alerts.tell(diagnosis);
        heartbeat.beat(diagnosis.alive());
        return diagnosis;
    }
}
