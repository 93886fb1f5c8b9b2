package io.bellwether.probe.websocket;

import java.util.Arrays;
import java.util.Optional;

/** What a frame holds (RFC 6455, 5.2); all other codes are reserved. */
enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xA);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    static Optional<Opcode> of(int code) {
        return Arrays.stream(values()).filter(opcode -> opcode.code == code).findFirst();
    }

    int code() {
        return code;
    }

    /** Control frames may come between the fragments of a message and have none themselves. */
    boolean control() {
        return code >= CLOSE.code;
    }
}
