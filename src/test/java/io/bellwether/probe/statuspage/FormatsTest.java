package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final String TABLE = """
            statuspage-well.json             | STATUSPAGE       | UP       | operational    | 'All Systems Operational'
            statuspage-incident.json         | STATUSPAGE       | DOWN     | partial_outage | API (partial_outage)
            statuspage-maintenance.json      | STATUSPAGE       | UP       | maintenance    | 'New database'
            statuspage-shim.json             | STATUSPAGE       | DEGRADED | degraded       | Chat (degraded_performance)
            incident-io-well.json            | INCIDENT_IO      | UP       | operational    | no incident is open
            incident-io-incident.json        | INCIDENT_IO      | DOWN     | major_outage   | Login (major_outage)
            incident-io-maintenance.json     | INCIDENT_IO      | UP       | maintenance    | 'New racks'
            instatus-well.json               | INSTATUS         | UP       | operational    | 'UP'
            instatus-incident.json           | INSTATUS         | DOWN     | major_outage   | 'API is slow'
            instatus-maintenance.json        | INSTATUS         | UP       | maintenance    | 'Database upgrade'
            better-stack-well.json           | BETTER_STACK     | UP       | operational    | 'operational'
            better-stack-incident.json       | BETTER_STACK     | DOWN     | major_outage   | API (downtime)
            better-stack-maintenance.json    | BETTER_STACK     | UP       | maintenance    | API (maintenance)
            status-io-well.json              | STATUS_IO        | UP       | operational    | 'Operational'
            status-io-incident.json          | STATUS_IO        | DOWN     | major_outage   | Website (Frankfurt) (Service Disruption)
            status-io-maintenance.json       | STATUS_IO        | UP       | maintenance    | Website (Planned Maintenance)
            slack-well.json                  | SLACK            | UP       | operational    | 'ok'
            slack-incident.json              | SLACK            | DOWN     | major_outage   | Messaging (outage), Huddles (outage)
            slack-maintenance.json           | SLACK            | UP       | operational    | 'active'
            salesforce-trust-well.json       | SALESFORCE_TRUST | UP       | operational    | all components are well
            salesforce-trust-incident.json   | SALESFORCE_TRUST | DOWN     | major_outage   | EU45 (EMEA) (MAJOR_INCIDENT_CORE)
            salesforce-trust-maintenance.json | SALESFORCE_TRUST | UP      | maintenance    | EU45 (EMEA) (MAINTENANCE_CORE)
            salesforce-trust-all.json        | SALESFORCE_TRUST | UNKNOWN  | major_outage   | to be named in 'components' or 'regions': NA100
            google-well.json                 | GOOGLE           | UP       | operational    | no incident is open
            google-incident.json             | GOOGLE           | UNKNOWN  | major_outage   | Cloud Storage (SERVICE_OUTAGE), Cloud Run
            google-information.json          | GOOGLE           | UP       | operational    | no incident is open
            aws-well.json                    | AWS              | UP       | operational    | no incident is open
            aws-incident.json                | AWS              | UNKNOWN  | partial_outage | Amazon Elastic Compute Cloud (partial_outage)
            heroku-well.json                 | HEROKU           | UP       | operational    | all components are well
            heroku-incident.json             | HEROKU           | DOWN     | major_outage   | Apps (red), Data (yellow)
            heroku-maintenance.json          | HEROKU           | UP       | maintenance    | Apps (blue)
            zendesk-well.json                | ZENDESK          | UP       | operational    | no incident is open
            zendesk-incident.json            | ZENDESK          | DEGRADED | degraded       | 3 (degraded)
            stripe-well.json                 | STRIPE           | UP       | operational    | 'All services are online.'
            stripe-incident.json             | STRIPE           | DEGRADED | degraded       | webhooks (down), dashboard (degraded)
            algolia-well.json                | ALGOLIA          | UP       | operational    | all components are well
            algolia-incident.json            | ALGOLIA          | UNKNOWN  | major_outage   | to be named in 'components': c2-us
            uptime-robot-well.json           | UPTIME_ROBOT     | UP       | operational    | all components are well
            uptime-robot-incident.json       | UPTIME_ROBOT     | DOWN     | major_outage   | API (danger)
            rootly-well.json                 | ROOTLY           | UP       | operational    | 'All good'
            rootly-incident.json             | ROOTLY           | DOWN     | partial_outage | 'Errors'
            rootly-maintenance.json          | ROOTLY           | UP       | maintenance    | 'Works'
            cachet-well.json                 | CACHET           | UP       | operational    | all components are well
            cachet-incident.json             | CACHET           | DOWN     | major_outage   | API (Major Outage), Web (Performance Issues)
            uptime-kuma-well.json            | UPTIME_KUMA      | UP       | operational    | all components are well
            uptime-kuma-incident.json        | UPTIME_KUMA      | DOWN     | major_outage   | 1 (0)
            uptime-kuma-maintenance.json     | UPTIME_KUMA      | UP       | maintenance    | 1 (3)
            gatus-well.json                  | GATUS            | UP       | operational    | all components are well
            gatus-incident.json              | GATUS            | DOWN     | major_outage   | core / api (false)
            freshstatus-well.json            | FRESHSTATUS      | UP       | operational    | all components are well
            freshstatus-incident.json        | FRESHSTATUS      | DEGRADED | degraded       | EU / Tickets (PD)
            freshstatus-maintenance.json     | FRESHSTATUS      | UP       | maintenance    | EU / Tickets (UM)
            azure-well.xml                   | AZURE_RSS        | UP       | operational    | no incident is open
            azure-incident.xml               | AZURE_RSS        | DEGRADED | degraded       | Storage
            rss-well.xml                     | RSS              | UP       | operational    | no incident is open
            rss-incident.xml                 | RSS              | DOWN     | partial_outage | 'Disruption of e-mail'
            rss-maintenance.xml              | RSS              | UP       | operational    | no incident is open
            rss-threads.xml                  | RSS              | UP       | operational    | no incident is open
            """;

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = TABLE)
    void readsWhatIsDeclared(String file, Format format, Outcome outcome, String declared, String words)
            throws Unreadable {
        Verdict verdict = Fixtures.judge(Fixtures.text(file), Fixtures.wanted(null, null));

        assertThat(verdict.detail()).containsEntry("format", format.name()).containsEntry("declared", declared);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.reason()).contains(words).endsWith(".");
    }

    @Test
    void noFormatIsLeftOut() {
        Set<String> tested = new TreeSet<>();
        TABLE.lines().forEach(row -> tested.add(row.split("\\|", -1)[1].strip()));

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Format.values()).map(Enum::name).toList());
    }

    @ParameterizedTest(name = "{0} with {2} for {1} is neither fine nor down")
    @CsvSource(delimiter = '|', textBlock = """
            statuspage-well.json       | "operational", "group": false | "on_fire", "group": false
            statuspage-well.json       | "none"           | "purple"
            incident-io-maintenance.json | "ongoing_incidents": null | "ongoing_incidents": [{"id": "1", "name": "n", "current_worst_impact": "meltdown"}]
            instatus-well.json         | "UP"             | "SIDEWAYS"
            better-stack-well.json     | "operational"    | "wobbly"
            status-io-well.json        | "status_code": 100 | "status_code": 999
            slack-incident.json        | "outage"         | "catastrophe"
            slack-well.json            | "ok"             | "meh"
            salesforce-trust-well.json | "OK"             | "PLAID"
            google-information.json    | SERVICE_INFORMATION | SERVICE_RUMOUR
            azure-incident.xml         | Investigating    | Pondering
            rss-well.xml               | </channel>       | <item><title>Rates</title><pubDate>Sun, 22 Nov 2026 09:59:00 GMT</pubDate></item></channel>
            heroku-well.json           | green            | magenta
            stripe-well.json           | "up"             | "sideways"
            uptime-robot-well.json     | success          | info
            rootly-well.json           | "none"           | "purple"
            cachet-well.json           | "status": 1      | "status": 9
            uptime-kuma-well.json      | "status": 1      | "status": 9
            gatus-well.json            | "success": true  | "success": "maybe"
            """)
    void aWordWeDoNotKnowIsNeitherFineNorDown(String file, String known, String unknown) throws Unreadable {
        String text = Fixtures.text(file).replace(known, unknown);

        Verdict verdict = Fixtures.judge(text, Fixtures.wanted(null, null));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.detail()).containsEntry("declared", "unknown");
        assertThat(verdict.reason())
                .startsWith("The page says nothing we know: ")
                .endsWith(".");
    }

    @ParameterizedTest(name = "{0} with {2} for {1}, choosing {3} in {4}, is neither fine nor down")
    @CsvSource(delimiter = '|', textBlock = """
            google-incident.json | SERVICE_OUTAGE | SERVICE_RUMOUR | Cloud Run | europe-west3
            aws-incident.json    | "3"            | "7"            | ec2       | me-south-1
            """)
    void norIsItWhereOnesOwnPartIsChosen(String file, String known, String unknown, String component, String region)
            throws Unreadable {
        Verdict verdict =
                Fixtures.judge(Fixtures.text(file).replace(known, unknown), Fixtures.wanted(component, region));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason())
                .startsWith("The page says nothing we know: ")
                .endsWith(".");
    }

    @Test
    void whatSaysNothingOfWhereItIsMayBeAnywhere() throws Unreadable {
        String everywhere = Fixtures.text("google-incident.json")
                .replace(
                        "{\"title\": \"Frankfurt (europe-west3)\", \"id\": \"europe-west3\"}",
                        "{\"title\": \"Global\", \"id\": \"global\"}");
        String nowhere = Fixtures.text("slack-incident.json").replaceAll("\"services\": \\[[^]]*]", "\"services\": []");

        assertThat(everywhere).contains("\"global\"");
        assertThat(Fixtures.judge(everywhere, Fixtures.wanted("Cloud Run", "us-central1"))
                        .outcome())
                .isEqualTo(Outcome.DOWN);
        assertThat(nowhere).contains("\"services\": []");
        assertThat(Fixtures.judge(nowhere, Fixtures.wanted("Search", null)).outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void plannedWorkDoesNotOutvoteAnIncident() throws Unreadable {
        String text = Fixtures.text("instatus-incident.json").replace("HASISSUES", "UNDERMAINTENANCE");

        assertThat(text).contains("UNDERMAINTENANCE");
        assertThat(Fixtures.judge(text, Fixtures.wanted(null, null)).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void anActiveStateWithoutAListOfWhatIsActiveIsUnknown() throws Unreadable {
        Verdict verdict =
                Fixtures.judge("{\"status\": \"active\", \"active_incidents\": null}", Fixtures.wanted(null, null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} with {1} chosen in {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            aws-incident.json        |            | eu-central-1 | UP
            aws-incident.json        |            | me-south-1   | DOWN
            aws-incident.json        |            | Bahrain      | DOWN
            aws-incident.json        | s3         | me-south-1   | DEGRADED
            aws-incident.json        | sqs        | me-south-1   | UP
            aws-incident.json        | Amazon Elastic Compute Cloud | | DOWN
            aws-incident.json        | ec2        | us-east-1    | UP
            salesforce-trust-all.json | EU45      | NA           | UNKNOWN
            google-incident.json     | Cloud Run  | europe-west3 | DOWN
            google-incident.json     | Cloud Run  | us-central1  | UP
            google-incident.json     | Cloud SQL  | europe-west3 | UP
            status-io-incident.json  |            | Oregon       | UP
            status-io-incident.json  | Website    | Frankfurt    | DOWN
            status-io-incident.json  | s1         |              | DOWN
            salesforce-trust-all.json | EU45      |              | UP
            salesforce-trust-all.json | NA100     |              | DOWN
            salesforce-trust-all.json |           | EMEA         | UP
            slack-incident.json      | Search     |              | UP
            slack-incident.json      | Messaging  |              | DOWN
            incident-io-incident.json | Search    |              | DEGRADED
            incident-io-incident.json | Billing   |              | UP
            heroku-incident.json     | Tools      |              | UP
            stripe-incident.json     | webhooks   |              | DOWN
            freshstatus-incident.json | US        |              | UP
            freshstatus-incident.json | EU / Tickets |           | DEGRADED
            azure-incident.xml       | Networking |              | UP
            azure-incident.xml       | Storage    |              | DEGRADED
            """)
    void choosesInEveryFormatThatTellsPartsApart(String file, String components, String regions, Outcome outcome)
            throws Unreadable {
        Verdict verdict = Fixtures.judge(Fixtures.text(file), Fixtures.wanted(components, regions));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
    }
}
