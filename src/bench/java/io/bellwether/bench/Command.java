package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Other programs; what they print goes to a file in the directory they work in. */
final class Command {

    private Command() {}

    static Process start(Path directory, String name, String... command) throws IOException {
        return start(directory, name, Map.of(), command);
    }

    static Process start(Path directory, String name, Map<String, String> environment, String... command)
            throws IOException {
        Files.createDirectories(directory);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /** @throws IOException when it fails */
    static void run(Path directory, String... command) throws IOException, InterruptedException {
        int code = start(directory, "commands", command).waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ":\n"
                    + Files.readString(directory.resolve("commands.log")));
        }
    }
}
