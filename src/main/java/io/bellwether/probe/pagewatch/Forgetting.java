package io.bellwether.probe.pagewatch;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Drops the texts of pages that are watched no more. */
@Singleton
class Forgetting {

    private final PageTable pages;

    Forgetting(PageTable pages) {
        this.pages = pages;
    }

    @Scheduled(identity = "page-text-cleanup", cron = "0 41 3 * * ?")
    void run() {
        pages.forgetUnwatched();
    }
}
