package nl.beleidsradar.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed browser. */
final class Chromium implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(INSTALLED)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync"))));
    }

    /** As most staff have it, but without scripts: no page needs them. */
    BrowserContext withoutScripts() {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setLocale("nl-NL")
                        // A page that glides to a place is not still, and cannot be clicked.
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
