package io.bellwether.history;

import io.bellwether.core.sketch.TimingCode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How long an observation and its phases took, as stored: see {@link TimingCode}. */
record TimingCodes(short duration, short dns, short connect, short tls, short firstByte, short transfer) {

    private static final short ABSENT = TimingCode.encode(null);

    static final TimingCodes NONE = new TimingCodes(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);

    static TimingCodes of(ResultSet row) throws SQLException {
        return new TimingCodes(
                row.getShort("duration"),
                row.getShort("dns"),
                row.getShort("connect"),
                row.getShort("tls"),
                row.getShort("first_byte"),
                row.getShort("transfer"));
    }
}
