package io.bellwether.probe.statuspage.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.probe.statuspage.document.Feed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryStateTest {

    @ParameterizedTest(name = "{1}: {2} is {0}")
    @CsvSource(delimiter = '|', textBlock = """
            OVER    | [RESOLVED] Increased error rates       |
            OVER    | Service is operating normally: Errors  |
            OVER    | Storage - West Europe - Mitigated      |
            OVER    | Login errors (Resolved)                |
            OVER    | Login errors resolved.                 |
            OVER    | Login errors                           | Nov 22, 10:00 UTC Resolved - It works again. Investigating - We look.
            OVER    | Login errors                           | Status: Resolved Affected components API
            OVER    | Login errors                           | This incident has been resolved.
            OVER    | Database upgrade                       | Completed - The scheduled maintenance is over.
            OPEN    | Storage – West Europe – Partially mitigated |
            OPEN    | Cancelled subscriptions are still charged | Investigating – We look into it.
            OPEN    | Login errors - Investigating           | We look into it.
            OPEN    | Login errors                           | Nov 22, 10:00 UTC Monitoring - A fix is in. Resolved - Not really.
            OPEN    | Login errors                           | [Identified] We found it.
            OPEN    | Login errors                           | This has not been resolved. Update: we go on.
            OPEN    | Disruption of e-mail                   |
            PLANNED | Database upgrade                       | Scheduled - In progress at night.
            PLANNED | Scheduled: database upgrade            |
            PLANNED | Database maintenance                   |
            PLANNED | Database upgrade                       | In progress - Scheduled maintenance goes on.
            SILENT  | Payments                               | Some payments are not completed. Investigating them takes time.
            SILENT  | October product update                 | Our latest update brings dark mode.
            SILENT  | Reports                                | Our scheduled reports got identified columns.
            SILENT  | Scheduled reports are here             | They are monitoring your business.
            """)
    void aWordCountsWhereItIsALabel(EntryState state, String title, @Nullable String text) {
        Feed.Entry entry = new Feed.Entry("1", title, null, null, null, text == null ? "" : text, List.of());

        assertThat(EntryState.of(entry)).isEqualTo(state);
    }
}
