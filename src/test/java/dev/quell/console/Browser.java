package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.quell.security.people.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Debian's Chromium, watched: what a page writes to its console and what its policy forbids is a fault. */
final class Browser implements AutoCloseable {
    /** How long what a person sees at once may take: a machine that does much else at the same time is slow. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path SHOTS = Path.of("target/screenshots");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SERIOUS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).slice(0, 3).join(' | '))
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String base;
    private final List<String> faults = new ArrayList<>();
    /** Addresses where nothing is shown but an error. */
    private final Set<String> vain = new HashSet<>();

    Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setTimeout(PATIENCE.toMillis())
                        .setArgs(List.of("--no-sandbox")));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no Chromium in /usr/bin: apt-get install chromium fonts-noto-cjk"));
    }

    /**
     * A window.
     *
     * @param language {@code en-GB} or {@code zh-CN}
     * @param width in pixels
     * @param lawless whether the pages' policy does not bind, for scripts that a test puts into them
     */
    Page open(String language, ColorScheme colours, int width, boolean lawless) {
        BrowserContext window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(colours)
                .setBypassCSP(lawless)
                .setViewportSize(width, 900));
        window.setDefaultTimeout(PATIENCE.toMillis());
        window.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        Page page = window.newPage();
        page.onConsoleMessage(said -> {
            if ((said.type().equals("error") || said.type().equals("warning")) && !isInVain(said)) {
                faults.add(page.url() + ": " + said.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": " + error));
        page.onDialog(dialog -> {
            faults.add(page.url() + ": a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                faults.add(page.url() + ": asks " + request.url());
            }
        });
        return page;
    }

    /** Signs in by the form. */
    void signIn(Page page, Role role) {
        signIn(page, role.word());
    }

    /** The same with any account. */
    void signIn(Page page, String name) {
        go(page, "/login");
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", People.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        // The first page of a role may be one that is still to come.
        faults.clear();
    }

    /** Goes there, and waits for what the page loads by itself: who leaves before breaks it off, which the page calls a fault. */
    void go(Page page, String path) {
        page.navigate(base + path);
        settled(page);
    }

    /** Goes where nothing is shown but an error; that the browser says so, too, now or later, is no fault. */
    void goInVain(Page page, String path) {
        vain.add(base + path);
        page.navigate(base + path);
    }

    private boolean isInVain(ConsoleMessage said) {
        return said.text().startsWith("Failed to load resource: the server responded with a status of 40")
                && vain.stream().anyMatch(address -> said.location().startsWith(address + ":"));
    }

    /** Waits until no part of the page is under way, and what came does what it shall: a button that came just now still sends its form alone. */
    static void settled(Page page) {
        page.waitForLoadState();
        page.waitForSelector(
                "html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added))",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Does what leads to another page, and waits for that page: what is asked for next may stand on both. */
    static void leave(Page page, Runnable deed) {
        page.waitForNavigation(deed);
        settled(page);
    }

    /** Waits until it is there and settled. */
    static void filled(Page page, String part) {
        page.waitForSelector(part);
        settled(page);
    }

    /** What is serious or critical by axe-core's rules; needs a lawless window. */
    @SuppressWarnings("unchecked")
    static List<String> barriers(Page page) {
        settled(page);
        // A page that updates by itself takes this for its end, and does not change under the rules' eyes.
        page.evaluate("window.dispatchEvent(new Event('pagehide'))");
        try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate(SERIOUS);
    }

    /** Keeps a picture of the whole page. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    void assertFaultless() {
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
