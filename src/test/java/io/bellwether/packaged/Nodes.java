package io.bellwether.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Nodes that start and stop side by side. */
record Nodes(List<Application> all) implements AutoCloseable {

    private static final int AT_ONCE = 4;

    /** More of them would only keep each other from being ready in time. */
    private static final Semaphore STARTING = new Semaphore(AT_ONCE, true);

    /** One node for each environment; all of them are ready. */
    static Nodes start(Path directory, List<Map<String, String>> environments) throws IOException {
        Nodes nodes = new Nodes(new ArrayList<>());
        int turns = Math.min(environments.size(), AT_ONCE);
        STARTING.acquireUninterruptibly(turns);
        try {
            for (Map<String, String> environment : environments) {
                nodes.all.add(Application.launch(directory, environment));
            }
            for (Application node : nodes.all) {
                node.awaitReady();
            }
            return nodes;
        } catch (IOException | RuntimeException | AssertionError e) {
            nodes.close();
            throw e;
        } finally {
            STARTING.release(turns);
        }
    }

    Application get(int index) {
        return all.get(index);
    }

    @Override
    public void close() {
        all.forEach(Application::stop);
        all.forEach(Application::close);
    }
}
