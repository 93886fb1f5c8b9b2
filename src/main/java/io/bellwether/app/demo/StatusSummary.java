package io.bellwether.app.demo;

import java.time.Duration;
import java.time.Instant;

/** The status page of a simulated vendor, in the format of Atlassian Statuspage v2. */
final class StatusSummary {

    private static final Duration ADMITTED_AFTER = Duration.ofSeconds(60);

    private StatusSummary() {}

    static String of(SimulatedVendor vendor, Story story) {
        boolean admitting = vendor.scenario().admitting(story.elapsed());
        return """
                {
                  "page": {"id": "%1$s", "name": "%2$s", "url": "https://localhost", "time_zone": "Etc/UTC", "updated_at": "%3$s"},
                  "status": {"indicator": "%4$s", "description": "%5$s"},
                  "components": [
                    {"id": "%1$s-web", "name": "Application", "status": "%6$s", "group_id": null, "group": false, "position": 1},
                    {"id": "%1$s-api", "name": "API", "status": "%6$s", "group_id": null, "group": false, "position": 2}
                  ],
                  "incidents": [%7$s],
                  "scheduled_maintenances": []
                }
                """.formatted(
                        vendor.slug(),
                        vendor.name(),
                        story.began().plus(story.elapsed()),
                        admitting ? "major" : "none",
                        admitting ? "Major Service Outage" : "All Systems Operational",
                        admitting ? "major_outage" : "operational",
                        admitting ? incident(vendor, story.began().plus(ADMITTED_AFTER)) : "");
    }

    private static String incident(SimulatedVendor vendor, Instant admittedAt) {
        return """
                {"id": "%1$s-%2$d", "name": "Messages are delayed", "status": "investigating", "impact": "major",
                 "created_at": "%3$s", "started_at": "%3$s", "updated_at": "%3$s", "resolved_at": null,
                 "shortlink": "https://localhost", "incident_updates": [], "components": []}""".formatted(vendor.slug(), admittedAt.getEpochSecond(), admittedAt);
    }
}
