package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.conscrypt.BufferAllocator;
import org.conscrypt.Conscrypt;

/** TLS by BoringSSL. What a connection needs outside the heap is given back when it is closed. */
final class BoringSsl implements TlsLibrary {

    /** Every server knows one of them. A post-quantum one besides would cost more than it tells: none demands it. */
    private static final String[] GROUPS = {"X25519", "P-256", "P-384"};

    private final SSLContext context;
    private final BufferAllocator buffers = new LentBuffers();

    BoringSsl() {
        try {
            context = SSLContext.getInstance(
                    "TLS",
                    Conscrypt.newProviderBuilder().provideTrustManager(false).build());
            context.init(null, new TrustManager[] {new Judging(EngineTls.JUDGE::get)}, null);
            // Whatever JSSE says about 0: here it makes every session end when it begins.
            context.getClientSessionContext().setSessionTimeout(0);
            Conscrypt.setNamedGroups(context.getSocketFactory(), GROUPS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("BoringSSL has no TLS", e);
        }
    }

    /** The name is sent along by itself, unless it is an address. */
    @Override
    public TlsConnection over(Socket raw, HostName host, int port, Purpose purpose, ChainJudge judge)
            throws IOException {
        SSLEngine engine = context.createSSLEngine(host.name(), port);
        Conscrypt.setBufferAllocator(engine, buffers);
        Conscrypt.setApplicationProtocols(engine, purpose.protocols());
        engine.setUseClientMode(true);
        return new EngineTls(raw, engine, judge);
    }
}
