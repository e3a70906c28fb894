package dev.quell.web;

import dev.quell.QuellApplication;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.LogEar;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service, asked over a socket; an input's first line is method and path, the rest the body. No answer is a failure of the service's, each is of a
 * known form, shows nothing of our inside and nothing of a caller's that a browser would run, and a good question is answered afterwards.
 */
public final class ApiFuzz implements FuzzTarget {

    private static final String TOKEN = "a-token-for-tests-0123456789";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Pattern PROGRAMS = Pattern.compile("/(api|asterisk|actuator|v3)/");

    private final Path data;
    private final ConfigurableApplicationContext service;
    private final LogEar log;
    private final int port;
    private int since;

    public ApiFuzz() {
        try {
            data = Files.createTempDirectory("quell-fuzz");
            Path token = Files.writeString(data.resolve("api-token"), TOKEN + "\n");
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service = new SpringApplication(QuellApplication.class)
                .run(
                        "--server.port=0",
                        "--quell.asterisk.agi.port=0",
                        "--quell.data-directory=" + data,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN");
        log = new LogEar();
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "POST /api/v1/blocklist\n{\"pattern\":\"+8613800138000\",\"reason\":\"silent\",\"author\":\"li\",\"ttl\":\"7d\"}"),
                bytes("POST /api/v1/blocklist/preview\n{\"pattern\":\"+86138001*\"}"),
                bytes(
                        "POST /api/v1/blocklist/preview\n{\"pattern\":\"+8675561230000-+8675561239998\",\"reason\":\"x\",\"ttl\":\"7d\"}"),
                bytes(
                        "POST /api/v1/blocklist\n{\"pattern\":\"0755-61230000至61239998\",\"reason\":\"x\",\"author\":\"li\",\"ttl\":\"7d\"}"),
                bytes("GET /api/v1/calls?caller=075561230000-075561239998&limit=10\n"),
                bytes("POST /api/v1/allowlist\n{\"pattern\":\"8001\",\"reason\":\"ours\",\"author\":\"li\"}"),
                bytes(
                        "POST /api/v1/flags\n{\"call\":\"pbx:1795338360.3\",\"caller\":\"+8613800138000\",\"agent\":\"PJSIP/alice\",\"reason\":\"silent\",\"note\":\"\"}"),
                bytes(
                        "PUT /api/v1/known-callers/13800138000\n{\"as\":\"customer\",\"author\":\"li\",\"until\":\"2027-01-01\"}"),
                bytes(
                        "POST /api/v1/known-callers/import?author=li\nnumber,kind,expires\n13800138000,customer,2027-01-01\n"),
                bytes(
                        "POST /api/v1/lists/import?author=li&mode=good&ttl=7d\npattern,kind,reason,expires\n13800138000,block,silent,7d\n"),
                bytes("GET /api/v1/calls?from=2026-11-01&to=2026-11-22T08:30:00%2B08:00&caller=13800138000&limit=10\n"),
                bytes("GET /api/v1/calls/pbx:1795338360.3/explain?language=zh\n"),
                bytes("GET /api/v1/numbers/13800138000/test?trunk=t&line=12300\n"),
                bytes("GET /api/v1/sources?from=2026-11-01\n"),
                bytes("GET /api/v1/catalogue\n"),
                bytes("GET /api/v1/calls?format=csv&least-score=0.5&outcome=silent&agent=PJSIP/1001\n"),
                bytes("GET /api/v1/calls?limit=1&page=" + place("calls", "bzE3OTUzMzgzNjAwMDB8cGJ4OjEuMQ") + "\n"),
                bytes("GET /api/v1/flags?agent=PJSIP/1001&standing=true&reason=abuse&limit=1&page="
                        + place("flags", "1795338360000-1") + "\n"),
                bytes("GET /api/v1/flags/agents?limit=1&page=" + place("agents", "500000 PJSIP/1001") + "\n"),
                bytes("GET /api/v1/now/calls?agent=PJSIP/1001&page=" + place("now", "1 pbx:1.1") + "\n"),
                bytes("GET /api/v1/rules/revisions?page=" + place("revisions", "abcdefgh") + "\n"),
                bytes("GET /api/v1/sources/top?by=calls&prefix=%2B86&limit=1&page=" + place("top", "1") + "\n"),
                bytes("GET /api/v1/disputes?page=" + place("disputes", "1795338360000 pbx:1.1") + "\n"),
                bytes("GET /api/v1/blocklist/1/hits\n"),
                bytes("GET /api/v1/allowlist/1/calls?limit=1\n"),
                bytes("GET /api/v1/blocklist?limit=1&page=" + place("entries", "1795338360000-1") + "\n"),
                bytes("GET /api/v1/evidence/packs?page=" + place("packs", "1") + "\n"),
                bytes("POST /api/v1/evidence/packs/1/take\n{\"who\":\"Li, No. 3 police station\"}"),
                bytes("GET /api/v1/reports/sent?page=" + place("sent", "1795338360000 1") + "\n"),
                bytes("DELETE /api/v1/blocklist/1?author=li\n"),
                bytes("GET /api/v1/blocklist?number=13800138000&limit=5\n"),
                bytes("POST /asterisk/v1/ended\nsrv=pbx&id=1.1&way=PASS&t=x"),
                bytes("GET /actuator/health\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "?limit=",
                "&page=",
                "?page=",
                "&format=csv",
                "&agent=",
                "&standing=",
                "\"who\":\"",
                "\"ttl\":\"",
                "\"expires\":\"",
                "PT1H",
                "106751991168d",
                "9999-12-31T23:59:59Z",
                "{\"a\":",
                "[[[[",
                "\\ud800",
                "%00",
                "%2f",
                "..;/",
                "withheld",
                "-+8675561239998",
                "~9998",
                "invalid:",
                "anonymous",
                "/api/v1/",
                "&x[]=1",
                "1e400");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String line = text.substring(0, end).strip();
        int blank = line.indexOf(' ');
        String method = blank > 0 && METHODS.contains(line.substring(0, blank)) ? line.substring(0, blank) : "GET";
        String path = line.substring(blank + 1).replaceAll("[\\s\\p{Cntrl}]", "%20");
        String body = end < text.length() ? text.substring(end + 1) : "";
        String asked = path.startsWith("/") ? path : "/" + path;
        check(ask(method, asked, body), method, text, PROGRAMS.matcher(asked).lookingAt());
        if (++since % 50 == 0) {
            Holds.that(ask("GET", "/api/v1/blocklist", "").startsWith("HTTP/1.1 200"), "a good question is answered");
            log.check();
        }
    }

    private String ask(String method, String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        String type = path.contains("import")
                ? "text/csv"
                : path.startsWith("/asterisk") ? "application/x-www-form-urlencoded" : "application/json";
        String head = method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @param program whether it was asked of what programs ask; all else is pages for people, which have a cookie and are HTML */
    private void check(String answer, String method, String asked, boolean program) {
        Holds.that(answer.matches("(?s)HTTP/1\\.1 [1-5][0-9][0-9].*"), "an answer", answer);
        int status = Integer.parseInt(answer.substring(9, 12));
        Holds.that(status < 500, "no failure of the service's", answer, log.last());
        int split = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, split).toLowerCase(Locale.ROOT);
        String body = answer.substring(split + 4);
        Holds.that(!program || !head.contains("set-cookie"), "no cookie", head);
        for (String inside : List.of("Exception", "dev.quell.")) {
            Holds.that(!body.contains(inside) || asked.contains(inside), "nothing of our inside", body);
        }
        // The HTTP server's own words about a request line that it cannot read are HTML, without a word of the request.
        boolean page = head.contains("text/html");
        Holds.that(
                !page || !program || (status == 400 && !body.contains("script") && !body.contains("api")),
                "no echo in a page",
                body);
        if (head.contains("json") && !head.contains("chunked") && !method.equals("HEAD")) {
            wellFormed(body);
        }
    }

    private static void wellFormed(String body) {
        try {
            JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** A place in a list, as Link headers have it. */
    private static String place(String list, String place) {
        CRC32 sum = new CRC32();
        sum.update(bytes(list + "\n" + place));
        byte[] text = bytes(place);
        byte[] all = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt((int) sum.getValue())
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        log.close();
        service.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
