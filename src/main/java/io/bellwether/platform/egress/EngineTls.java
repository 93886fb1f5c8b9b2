package io.bellwether.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * TLS by an engine, which turns bytes into bytes: reading and writing is done here. So nothing of a connection but the engine
 * itself is held by what a native library leaves to the finalizer.
 */
final class EngineTls implements TlsConnection {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Who judges the chain that the engine finds in what it is given just now. */
    static final ScopedValue<ChainJudge> JUDGE = ScopedValue.newInstance();

    private final InputStream in;
    private final OutputStream out;
    private final SSLEngine engine;
    private final ChainJudge judge;

    /** What came in and is not decrypted yet; ready to be taken from. */
    private final ByteBuffer received;

    /** What is decrypted and nobody has read yet; ready to be taken from. */
    private final ByteBuffer clear;

    private final ByteBuffer sealed;

    EngineTls(Socket socket, SSLEngine engine, ChainJudge judge) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.engine = engine;
        this.judge = judge;
        SSLSession session = engine.getSession();
        received = ByteBuffer.allocate(session.getPacketBufferSize()).flip();
        clear = ByteBuffer.allocate(session.getApplicationBufferSize()).flip();
        sealed = ByteBuffer.allocate(session.getPacketBufferSize());
    }

    @Override
    public void shakeHands() throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            if (status == HandshakeStatus.NEED_WRAP) {
                send(NOTHING);
            } else if (!open()) {
                throw new SSLException("The server hung up in the handshake.");
            }
            status = engine.getHandshakeStatus();
        }
    }

    @Override
    public SSLSession session() {
        return engine.getSession();
    }

    @Override
    public String applicationProtocol() {
        return Objects.requireNonNullElse(engine.getApplicationProtocol(), "");
    }

    @Override
    public InputStream input() {
        return new Opened();
    }

    @Override
    public OutputStream output() {
        return new Sealed();
    }

    @Override
    public void close() throws IOException {
        engine.closeOutbound();
        try {
            send(NOTHING);
        } finally {
            engine.closeInbound();
        }
    }

    /** Decrypts the next record, which may hold nothing for the reader; false at the end of the stream. */
    private boolean open() throws IOException {
        clear.clear();
        try {
            Status status = unwrap();
            while (status == Status.BUFFER_UNDERFLOW && receive()) {
                status = unwrap();
            }
            return switch (status) {
                case OK -> true;
                case CLOSED, BUFFER_UNDERFLOW -> false;
                case BUFFER_OVERFLOW -> throw new SSLException("A record is larger than TLS allows.");
            };
        } finally {
            clear.flip();
        }
    }

    private Status unwrap() throws SSLException {
        return judged(() -> engine.unwrap(received, clear));
    }

    private Status judged(ScopedValue.CallableOp<SSLEngineResult, SSLException> step) throws SSLException {
        return ScopedValue.where(JUDGE, judge).call(step).getStatus();
    }

    /** False at the end of the stream. */
    private boolean receive() throws IOException {
        received.compact();
        try {
            int length = in.read(received.array(), received.position(), received.remaining());
            received.position(received.position() + Math.max(0, length));
            return length > 0;
        } finally {
            received.flip();
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        Status status;
        do {
            sealed.clear();
            status = judged(() -> engine.wrap(bytes, sealed));
            out.write(sealed.array(), 0, sealed.position());
        } while (status == Status.OK && bytes.hasRemaining());
        if (bytes.hasRemaining()) {
            throw new SSLException("The connection is closed.");
        }
    }

    private final class Opened extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (!clear.hasRemaining()) {
                if (!open()) {
                    return -1;
                }
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                    send(NOTHING);
                }
            }
            int taken = Math.min(length, clear.remaining());
            clear.get(buffer, offset, taken);
            return taken;
        }

        @Override
        public int available() {
            return clear.remaining();
        }
    }

    private final class Sealed extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            send(ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
