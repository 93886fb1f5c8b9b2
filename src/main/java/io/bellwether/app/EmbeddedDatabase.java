package io.bellwether.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL in a child process, with its files below the data directory; for a start without a database server. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final FileChannel lockFile;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileChannel lockFile) {
        this.postgres = postgres;
        this.lockFile = lockFile;
    }

    /**
     * Starts the database, taking over the files of an earlier run, however that ended.
     *
     * @throws IllegalStateException when another running Bellwether uses the directory
     */
    static EmbeddedDatabase start(Path dataDirectory) throws IOException {
        Path files = dataDirectory.resolve("postgres").toAbsolutePath();
        Files.createDirectories(files);
        FileChannel lockFile = FileChannel.open(
                dataDirectory.resolve("bellwether.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new IllegalStateException("Another Bellwether is running on " + dataDirectory.toAbsolutePath()
                    + "; stop it, or set BELLWETHER_DATA_DIR to another directory.");
        }
        // The lock dies with its process: whatever still runs on these files now has lost its master.
        stopOrphan(files);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setRegisterShutdownHook(false)
                .start();
        return new EmbeddedDatabase(postgres, lockFile);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try (lockFile) {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop cleanly; it recovers at the next start.", e);
        }
    }

    private static void stopOrphan(Path files) throws IOException {
        ProcessHandle orphan = postmaster(files.resolve("postmaster.pid"));
        if (orphan == null) {
            return;
        }
        LOG.infof("Taking over the database that an earlier run left behind (process %d).", orphan.pid());
        orphan.destroy();
        if (!ended(orphan)) {
            orphan.destroyForcibly();
            if (!ended(orphan)) {
                throw new IllegalStateException(
                        "Process " + orphan.pid() + " still holds " + files + "; end it by hand.");
            }
        }
    }

    private static @Nullable ProcessHandle postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .orElse(null);
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit()
                    .orTimeout(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return !process.isAlive();
            }
            throw e;
        }
    }
}
