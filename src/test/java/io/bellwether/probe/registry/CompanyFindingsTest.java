package io.bellwether.probe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Finding;
import io.bellwether.core.Phases;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.registry.Company.Listing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String NOTHING = "{\"items\": []}";

    private String profile = CompanySamples.PROFILE;
    private String insolvency = "{}";
    private String charges = NOTHING;
    private String officers = NOTHING;
    private String filings = NOTHING;

    @ParameterizedTest(name = "{0} with {1}: {2} since {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            active                 | -                                                                  | NONE               | -
            open                   | -                                                                  | NONE               | -
            registered             | -                                                                  | NONE               | -
            closed                 | -                                                                  | NONE               | -
            converted-closed       | -                                                                  | NONE               | -
            removed                | -                                                                  | NONE               | -
            liquidation            | creditors-voluntary-liquidation wound-up-on 2026-10-01             | INSOLVENT          | 2026-10-01
            liquidation            | compulsory-liquidation petitioned-on 2026-09-01                    | INSOLVENT          | 2026-09-01
            liquidation            | members-voluntary-liquidation wound-up-on 2026-10-01               | SOLVENT_LIQUIDATION | 2026-10-01
            liquidation            | members-voluntary-liquidation wound-up-on 2026-01-01;creditors-voluntary-liquidation wound-up-on 2026-08-01 | INSOLVENT | 2026-08-01
            liquidation            | creditors-voluntary-liquidation wound-up-on 2026-08-01;members-voluntary-liquidation wound-up-on 2026-08-01 | INSOLVENT | 2026-08-01
            liquidation            | creditors-voluntary-liquidation wound-up-on 2001-08-01;members-voluntary-liquidation wound-up-on 2026-08-01 | SOLVENT_LIQUIDATION | 2026-08-01
            liquidation            | -                                                                  | UNKNOWN            | -
            liquidation            | receiver-manager instrumented-on 2020-01-01                        | UNKNOWN            | -
            administration         | in-administration administration-started-on 2026-10-01             | INSOLVENT          | 2026-10-01
            administration         | -                                                                  | INSOLVENT          | -
            insolvency-proceedings | foreign-insolvency - -                                             | INSOLVENT          | -
            receivership           | receiver-manager instrumented-on 2026-10-01                        | RECEIVER           | 2026-10-01
            receivership           | administrative-receiver instrumented-on 2026-10-01                 | INSOLVENT          | 2026-10-01
            receivership           | scottish-administrative-receiver instrumented-on 2026-10-01        | INSOLVENT          | 2026-10-01
            voluntary-arrangement  | corporate-voluntary-arrangement voluntary-arrangement-started-on 2026-10-01 | ARRANGEMENT | 2026-10-01
            active                 | moratorium moratorium-started-on 2026-10-01                        | ARRANGEMENT        | 2026-10-01
            active                 | moratorium moratorium-started-on 2025-10-01                        | NONE               | -
            active                 | moratorium moratorium-started-on 2027-10-01                        | NONE               | -
            active                 | corporate-voluntary-arrangement-moratorium moratorium-started-on 2026-10-01 | ARRANGEMENT | 2026-10-01
            active                 | in-administration administration-started-on 2015-10-01             | NONE               | -
            active                 | creditors-voluntary-liquidation wound-up-on 2015-10-01             | NONE               | -
            dissolved              | creditors-voluntary-liquidation wound-up-on 2025-10-01             | INSOLVENT          | 2025-10-01
            dissolved              | members-voluntary-liquidation wound-up-on 2025-10-01               | SOLVENT_LIQUIDATION | 2025-10-01
            dissolved              | -                                                                  | NONE               | -
            something-new          | compulsory-liquidation wound-up-on 2026-10-01                      | UNKNOWN            | -
            """)
    void tellsWhoCanPayFromWhoCannot(String status, String cases, String value, String since) {
        replace("\"company_status\": \"active\"", "\"company_status\": \"" + status + "\"");
        String all = cases == null
                ? ""
                : List.of(cases.split(";")).stream()
                        .map(CompanyFindingsTest::insolvencyCase)
                        .collect(Collectors.joining(","));
        insolvency = "{\"cases\": [" + all + "]}";

        Finding state = state("company-insolvency");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(since);
    }

    @Test
    void aMoratoriumThatHasEndedIsOver() {
        insolvency = """
                {"cases": [{"type": "moratorium", "dates": [{"type": "moratorium-started-on", "date": "2026-10-01"},
                                                            {"type": "moratorium-ended-on", "date": "2026-11-01"}]}]}""";

        assertThat(state("company-insolvency").value()).isEqualTo("NONE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "active, ACTIVE",
        "dissolved, DISSOLVED",
        "liquidation, LIQUIDATION",
        "receivership, RECEIVERSHIP",
        "administration, ADMINISTRATION",
        "voluntary-arrangement, VOLUNTARY_ARRANGEMENT",
        "insolvency-proceedings, INSOLVENCY_PROCEEDINGS",
        "converted-closed, CONVERTED_CLOSED",
        "open, OPEN",
        "closed, CLOSED",
        "registered, REGISTERED",
        "removed, REMOVED",
        "a-word-of-tomorrow, UNKNOWN"
    })
    void tellsTheStatus(String word, String value) {
        replace("\"company_status\": \"active\"", "\"company_status\": \"" + word + "\"");

        assertThat(state("company-status").value()).isEqualTo(value);
    }

    @Test
    void datesTheEndOfACompany() {
        replace(
                "\"company_status\": \"active\"",
                "\"company_status\": \"dissolved\", \"date_of_cessation\": \"2026-07-07\"");

        assertThat(state("company-status").detail()).containsEntry("since", "2026-07-07");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "active, active-proposal-to-strike-off, PROPOSED",
        "active, something-else, NONE",
        "dissolved, active-proposal-to-strike-off, NONE",
        "tomorrow, active-proposal-to-strike-off, UNKNOWN"
    })
    void tellsAProposalToStrikeOff(String status, String detail, String value) {
        replace(
                "\"company_status\": \"active\"",
                "\"company_status\": \"" + status + "\", \"company_status_detail\": \"" + detail + "\"");

        assertThat(state("company-strike-off").value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "next {0}, all {1}, due {2}: {3} since {4}")
    @CsvSource(nullValues = "-", textBlock = """
            true,    -,     2026-09-30, OVERDUE, 2026-09-30
            true,    false, 2026-09-30, OVERDUE, 2026-09-30
            -,       true,  2026-09-30, OVERDUE, 2026-09-30
            true,    -,     -,          OVERDUE, -
            true,    -,     2027-09-30, UNKNOWN, -
            true,    -,     2026-11-23, UNKNOWN, -
            false,   true,  2026-09-30, IN_TIME, -
            -,       -,     2026-09-30, UNKNOWN, -
            "yes",   -,     2026-09-30, UNKNOWN, -
            """)
    void aMissingFlagIsNotFalse(String next, String all, String due, String value, String since) {
        String accounts = "\"accounts\": {\"next_accounts\": {" + field("overdue", next)
                + (next != null && due != null ? "," : "") + (due == null ? "" : "\"due_on\": \"" + due + "\"") + "}"
                + (all == null ? "" : "," + field("overdue", all)) + "},";
        profile = profile.replaceAll("(?s)\"accounts\": .*?\"full\"}},", accounts);

        Finding state = state("company-accounts");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(since);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "overdue": true, "next_due": "2026-11-01"  | OVERDUE
            "overdue": false, "next_due": "2027-02-01" | IN_TIME
            "next_due": "2026-11-01"                   | UNKNOWN
            "overdue": null                            | UNKNOWN
            """)
    void tellsAConfirmationStatementThatIsOverdue(String statement, String value) {
        replace("\"overdue\": false, \"next_due\": \"2027-02-01\"", statement);

        assertThat(state("company-confirmation").value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            outstanding 2026-08-01 "floating_charge_covers_all": true      | NEW
            part-satisfied 2026-08-01 "floating_charge_covers_all": true   | NEW
            outstanding 2026-05-28 "floating_charge_covers_all": true      | NEW
            outstanding 2026-05-27 "floating_charge_covers_all": true      | NONE
            outstanding 2027-05-27 "floating_charge_covers_all": true      | NONE
            fully-satisfied 2026-08-01 "floating_charge_covers_all": true  | NONE
            satisfied 2026-08-01 "floating_charge_covers_all": true        | NONE
            outstanding 2026-08-01 "floating_charge_covers_all": false     | NONE
            outstanding 2026-08-01 "contains_floating_charge": false       | NONE
            outstanding 2026-08-01 "contains_fixed_charge": true           | UNKNOWN
            something 2026-08-01 "floating_charge_covers_all": true        | UNKNOWN
            outstanding long-ago "floating_charge_covers_all": true        | UNKNOWN
            """)
    void tellsANewChargeOverEverything(String charge, String value) {
        String[] words = charge.split(" ", 3);
        charges = """
                {"total_count": 1, "items": [{"charge_number": 1, "status": "%s", "created_on": "%s", "particulars": {%s}}]}""".formatted(words[0], words[1], words[2]);

        Finding state = state("company-floating-charge");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(value.equals("NEW") ? words[1] : null);
    }

    @Test
    void readsParticularsThatComeAsAList() {
        charges = """
                {"total_count": 1, "items": [{"status": "outstanding", "delivered_on": "2026-08-01",
                 "particulars": [{"floating_charge_covers_all": true}]}]}""";

        assertThat(state("company-floating-charge").value()).isEqualTo("NEW");
    }

    @ParameterizedTest(name = "{0}: {1} since {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            director A 2026-11-01;director B 2026-09-01            | SEVERAL_LEFT | 2026-11-01
            director A 2026-11-01;corporate-director B 2026-10-01;llp-member C 2026-09-01 | SEVERAL_LEFT | 2026-10-01
            director A 2026-11-01                                  | STEADY       | -
            director A 2026-11-01;director B 2026-08-25            | STEADY       | -
            director A 2026-11-01;director B 2026-08-26            | SEVERAL_LEFT | 2026-11-01
            director A 2026-11-01;director A 2026-10-01            | STEADY       | -
            director A 2026-11-01;secretary B 2026-10-01           | STEADY       | -
            director A 2026-11-01;director B 2027-01-01            | STEADY       | -
            director A 2026-11-01;director B soon                  | UNKNOWN      | -
            """)
    void tellsThatSeveralDirectorsLeft(String left, String value, String since) {
        String items = List.of(left.split(";")).stream()
                .map(officer -> officer.split(" "))
                .map(words -> """
                        {"officer_role": "%s", "name": "%s", "appointed_on": "2015-01-01", "resigned_on": "%s"}""".formatted(words[0], words[1], words[2]))
                .collect(Collectors.joining(","));
        officers = "{\"total_results\": %d, \"items\": [%s]}".formatted(left.split(";").length, items);

        Finding state = state("company-directors");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(since);
        assertThat(state.detail().toString()).as("no names are kept").doesNotContain("A,", "name");
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            micro-entity 2026-03-31 2026-10-01         | full 2025-03-31 2025-10-01                        | DOWNGRADED
            micro-entity 2026-03-31 2026-10-01         | group 2025-03-31 2025-10-01                       | DOWNGRADED
            dormant 2026-03-31 2026-10-01              | small 2025-03-31 2025-10-01                       | DOWNGRADED
            dormant 2026-03-31 2026-10-01              | medium 2025-03-31 2025-10-01                      | DOWNGRADED
            micro-entity 2026-03-31 2026-10-01         | total-exemption-full 2025-03-31 2025-10-01        | STEADY
            total-exemption-small 2026-03-31 2026-10-01 | full 2025-03-31 2025-10-01                       | STEADY
            unaudited-abridged 2026-03-31 2026-10-01   | audited-abridged 2025-03-31 2025-10-01            | STEADY
            partial-exemption 2026-03-31 2026-10-01    | group 2025-03-31 2025-10-01                       | STEADY
            full 2026-03-31 2026-10-01                 | micro-entity 2025-03-31 2025-10-01                | STEADY
            micro-entity 2024-03-31 2025-10-01         | full 2023-03-31 2023-10-01                        | STEADY
            audit-exemption-subsidiary 2026-03-31 2026-10-01 | full 2025-03-31 2025-10-01                  | UNKNOWN
            full 2026-03-31 2026-10-01                 | filing-exemption-subsidiary 2025-03-31 2025-10-01 | UNKNOWN
            null 2026-03-31 2026-10-01                 | full 2025-03-31 2025-10-01                        | UNKNOWN
            initial 2026-03-31 2026-10-01              | interim 2025-03-31 2025-10-01                     | UNKNOWN
            no-accounts-type-available 2026-03-31 2026-10-01 | full 2025-03-31 2025-10-01                  | UNKNOWN
            micro-entity 2026-03-31 2026-10-01         | full 2026-03-31 2025-10-01                        | UNKNOWN
            micro-entity 2027-03-31 2027-10-01         | full 2025-03-31 2025-10-01                        | UNKNOWN
            """)
    void tellsAccountsThatTellMuchLessThanBefore(String newest, String before, String value) {
        filings = CompanySamples.filings(newest, before);

        assertThat(state("company-accounts-type").value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} to {1}, filed {2}: {3}")
    @CsvSource({
        "previous-shortened, 2026-03-31, 2026-10-01, SHORTENED",
        "previous-shortened, 2026-03-31, 2026-08-28, SHORTENED",
        "previous-shortened, 2026-03-31, 2026-08-27, STEADY",
        "current-shortened, 2026-12-31, 2026-10-01, STEADY",
        "previous-extended, 2026-03-31, 2026-10-01, STEADY",
        "previous-shortened, 2024-12-31, 2025-09-30, STEADY",
        "previous-shortened, 2026-03-31, 2027-10-01, STEADY",
        "previous-shortened, no day, 2026-10-01, UNKNOWN",
        "previous-shortened, 2026-03-31, no day, UNKNOWN",
    })
    void tellsAYearThatWasShortenedLate(String change, String end, String filed, String value) {
        filings = """
                {"total_count": 1, "items": [{"type": "AA01", "category": "accounts", "date": "%s",
                 "description": "change-account-reference-date-company-%s",
                 "description_values": {"made_up_date": "%s", "new_date": "2026-03-30"}}]}""".formatted(filed, change, end);

        Finding state = state("company-accounts-date");

        assertThat(state.value()).isEqualTo(value);
        if (value.equals("SHORTENED")) {
            assertThat(state.detail())
                    .containsEntry("since", filed)
                    .containsEntry("madeUpTo", end)
                    .containsEntry("shortenedTo", "2026-03-30");
        }
    }

    @Test
    void accountsThatNobodyFiledCannotBeCompared() {
        filings = "{\"items\": [], \"total_count\": 0}";

        assertThat(state("company-accounts-type").value()).isEqualTo("UNKNOWN");
    }

    private Finding state(String signal) {
        Company company = new Company(
                answer(profile),
                answer(insolvency).parts("cases"),
                listing(charges),
                listing(officers),
                listing(filings),
                Phases.NONE);
        return ScriptedRegister.state(CompaniesHouseProbe.judge("01234567", company, NOW), signal);
    }

    private void replace(String part, String replacement) {
        assertThat(profile).contains(part);
        profile = profile.replace(part, replacement);
    }

    private static Listing listing(String body) {
        return new Listing(answer(body).parts("items"), true);
    }

    private static Answer answer(String body) {
        return new Answer(TestJson.json().map(body));
    }

    private static String insolvencyCase(String text) {
        String[] words = text.strip().split(" ", -1);
        String dates = words[1].equals("-") ? "" : "{\"type\": \"%s\", \"date\": \"%s\"}".formatted(words[1], words[2]);
        return "{\"number\": \"1\", \"type\": \"%s\", \"dates\": [%s]}".formatted(words[0], dates);
    }

    private static String field(String name, String value) {
        return value == null ? "" : "\"" + name + "\": " + value;
    }
}
