package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.util.List;
import java.util.Locale;

/** What was sent, as tables. */
public final class Sheets {

    /** RFC 7111. */
    public static final String CSV = "text/csv";

    /** Office Open XML, ECMA-376. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static final int LARGEST = 1024 * 1024;

    private Sheets() {}

    /**
     * @param mediaType {@link #CSV} or {@link #XLSX}
     * @throws Problem 400 that says where it cannot be read, or 413
     */
    public static List<Sheet> read(String mediaType, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(413, "Body too large", "A table may have at most " + LARGEST + " bytes.");
        }
        return mediaType.toLowerCase(Locale.ROOT).startsWith(CSV) ? List.of(CsvFile.read(body)) : XlsxFile.read(body);
    }
}
