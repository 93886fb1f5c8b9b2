package io.bellwether.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Makes identifiers: UUID version 7, so that they sort by time of creation. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** A named part of something has the same identifier whenever it is asked for; version 3. */
    public static UUID of(UUID whole, String part) {
        return UUID.nameUUIDFromBytes((whole + "/" + part).getBytes(StandardCharsets.UTF_8));
    }

    /** What happened to something at a time has the same identifier whenever it is asked for; version 3. */
    public static UUID of(UUID subject, Instant at) {
        ByteBuffer name = ByteBuffer.allocate(28)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano());
        return UUID.nameUUIDFromBytes(name.array());
    }
}
