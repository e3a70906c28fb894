package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.quell.security.people.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, watched: what a page writes to its console and what its policy forbids is a fault. */
final class Browser implements AutoCloseable {
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

    Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
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
        window.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        Page page = window.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") || said.type().equals("warning")) {
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

    void go(Page page, String path) {
        page.navigate(base + path);
    }

    /** Goes where nothing is shown but an error; that the browser says so, too, is no fault. */
    void goInVain(Page page, String path) {
        page.navigate(base + path);
        faults.removeIf(fault -> fault.contains("Failed to load resource: the server responded with a status of 40"));
    }

    /** What is serious or critical by axe-core's rules; needs a lawless window. */
    @SuppressWarnings("unchecked")
    static List<String> barriers(Page page) {
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
