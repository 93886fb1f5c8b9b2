package io.bellwether;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server for all component tests; a test gets it by a field of type {@link GreenMail}, and by one of type
 * {@link ScriptedSmtp} what stands before it and can be told to misbehave.
 */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private @Nullable ScriptedSmtp script;

    @Override
    public Map<String, String> start() {
        server.start();
        script = new ScriptedSmtp(server.getSmtp().getPort(), null);
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(script.port()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(GreenMail.class));
        injector.injectIntoFields(script, new TestInjector.MatchesType(ScriptedSmtp.class));
    }

    @Override
    public void stop() {
        if (script != null) {
            script.close();
        }
        server.stop();
    }
}
