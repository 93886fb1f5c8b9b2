package io.bellwether.platform.egress;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Leaves each chain that a server sends to the judge of its connection. */
final class Judging extends X509ExtendedTrustManager {

    private final Supplier<ChainJudge> judge;

    /** @param judge of the connection on which the thread that asks is reading */
    Judging(Supplier<ChainJudge> judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String keyExchange, Socket socket)
            throws CertificateException {
        judge.get().judge(sent, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String keyExchange, SSLEngine engine)
            throws CertificateException {
        judge.get().judge(sent, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String keyExchange) throws CertificateException {
        judge.get().judge(sent, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String keyExchange, Socket socket)
            throws CertificateException {
        throw new CertificateException("only servers are judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only servers are judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String keyExchange) throws CertificateException {
        throw new CertificateException("only servers are judged");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
