package io.bellwether.fact.finance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a,\"b,;c\"\n\n,2\n", "\uFEFFa;\"b,;c\"\r\n\r\n;2", "a\t\"b,;c\"\n\n\t 2 "})
    void countsRowsAsSpreadsheetsDoWhateverSeparates(String csv) {
        Sheet sheet = Sheets.read("text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8))
                .getFirst();

        assertThat(sheet.cells())
                .extracting(Cell::address, Cell::text, Cell::number)
                .containsExactly(tuple("A1", "a", false), tuple("B1", "b,;c", false), tuple("B3", "2", false));
        assertThat(sheet.dayZero()).isNull();
        assertThat(sheet.fault(sheet.cells().getLast(), "No."))
                .isEqualTo(new Problem.FieldError("B3", "Row 3, column B: No.", 3, 2));
    }

    @Test
    void whatIsBrokenOrTooLargeIsRefused() {
        assertThatThrownBy(() -> read("a,\"b\nc")).hasMessageContaining("a quote is opened and not closed");
        assertThatThrownBy(() -> read("a,\"b\"c,d")).hasMessageContaining("a quote is opened and not closed");
        assertThatThrownBy(() -> Sheets.read(Sheets.CSV, new byte[] {'a', (byte) 0xFF}))
                .hasMessageContaining("not in UTF-8");
        assertThatThrownBy(() -> read("\n".repeat(1000) + "a")).hasMessageContaining("Row 1001, column A");
        assertThatThrownBy(() -> read(",".repeat(100) + "a")).hasMessageContaining("Row 1, column CW");
        assertThatThrownBy(() -> Sheets.read(Sheets.CSV, new byte[Sheets.LARGEST + 1]))
                .hasMessage("A table may have at most 1048576 bytes.");
        assertThat(read("").getFirst().cells()).isEmpty();
    }

    private static List<Sheet> read(String csv) {
        return Sheets.read(Sheets.CSV, csv.getBytes(StandardCharsets.UTF_8));
    }
}
