package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a scenario runs.
 *
 * @param directory for the files of all programs; deleted afterwards
 * @param target what is watched
 * @param options how the application is started
 */
record Bench(Path directory, Target target, Bellwether.Options options) {

    Bellwether bellwether() throws IOException, InterruptedException {
        return Bellwether.start(directory.resolve("bellwether"), target, options);
    }

    BlackboxAndPrometheus peer(Load load) throws IOException, InterruptedException {
        return BlackboxAndPrometheus.start(directory.resolve("peer"), target, load);
    }
}
