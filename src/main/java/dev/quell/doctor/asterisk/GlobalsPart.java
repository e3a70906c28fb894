package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.service.AgiPing;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of the dialplan's side: addresses that answer, the same token, the same name. */
final class GlobalsPart implements ManagerCheck.Part {

    private static final String RELOAD = "   in quell_globals.conf, then asterisk -rx \"dialplan reload\"";
    private static final int PATIENCE = 2_000;
    private static final int AGI = 4573;

    private final Path token;
    private final String server;

    GlobalsPart(Site site, String server) {
        this.token = site.asteriskToken();
        this.server = server;
    }

    @Override
    public String name() {
        return "globals";
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        List<String> agi = list(manager, "QUELL_AGI");
        List<String> http = list(manager, "QUELL_HTTP");
        if (agi.isEmpty()) {
            findings.fault(
                    "QUELL_AGI is empty: calls pass unscreened",
                    "dialplan/install.sh; quell_globals.conf must be read inside [globals] of extensions.conf");
            return;
        }
        if (agi.size() != http.size()) {
            findings.fault(
                    "QUELL_AGI has " + agi.size() + " addresses, QUELL_HTTP " + http.size(),
                    "the same instances in the same order in both" + RELOAD);
        }
        name(findings, manager.value("QUELL_SERVER").orElse(""));
        token(findings, manager.value("QUELL_TOKEN").orElse(""), agi, local.isPresent());
        for (String address : http) {
            reach(findings, "QUELL_HTTP", address, local.isPresent());
        }
    }

    private static List<String> list(Manager manager, String name) throws IOException {
        return Stream.of(manager.value(name).orElse("").split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private void name(Findings findings, String name) {
        if (!name.equals(server)) {
            findings.fault(
                    "QUELL_SERVER is '" + name + "' and the service calls this Asterisk '" + server
                            + "': what is heard of its calls belongs to no call",
                    "QUELL_SERVER = " + server + RELOAD);
        }
    }

    private void token(Findings findings, String theirs, List<String> agi, boolean near) throws IOException {
        if (!Files.isReadable(token)) {
            findings.skipped("the token " + token + " may not be read by this user", "run quell doctor as root");
            return;
        }
        String ours = Files.readString(token, StandardCharsets.US_ASCII).strip();
        if (!ours.equals(theirs)) {
            findings.fault(
                    "QUELL_TOKEN and " + token + " differ: calls pass unscreened",
                    "dialplan/install.sh --token-file " + token + "   then asterisk -rx \"dialplan reload\"");
        }
        for (String address : agi) {
            ask(findings, address, ours, near);
        }
    }

    private static void ask(Findings findings, String address, String token, boolean near) {
        Optional<InetSocketAddress> place = place(address, AGI);
        if (place.isEmpty()) {
            findings.fault(
                    "QUELL_AGI holds '" + address + "'", "agi://10.0.0.11:4573, with commas between several" + RELOAD);
            return;
        }
        if (!near && place.get().getHostString().startsWith("127.")) {
            findings.skipped(address + " is the Asterisk's own machine", "dialplan/install.sh --check there tries it");
            return;
        }
        AgiPing.Result result =
                AgiPing.ask(place.get().getHostString(), place.get().getPort(), token);
        switch (result) {
            case PONG -> findings.ok("Quell answers at " + address);
            case REFUSED ->
                findings.fault(
                        "nobody listens at " + address + " of QUELL_AGI",
                        "start the Quell there, or take it out of QUELL_AGI and QUELL_HTTP" + RELOAD);
            case CLOSED, FOREIGN, SILENT ->
                findings.warn(
                        address + " of QUELL_AGI does not answer this machine as a Quell with this token does",
                        "all instances use one token file, and quell.asterisk.agi.peers of each must name this machine for this question; journalctl -u quell there says why");
        }
    }

    private static void reach(Findings findings, String name, String address, boolean near) {
        Optional<InetSocketAddress> place = place(address, 80);
        if (place.isEmpty()) {
            findings.fault(
                    name + " holds '" + address + "'", "http://10.0.0.11:8427, with commas between several" + RELOAD);
            return;
        }
        if (!near && place.get().getHostString().startsWith("127.")) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            place.get().getHostString(), place.get().getPort()),
                    PATIENCE);
            findings.ok(address + " is reached");
        } catch (IOException e) {
            findings.fault(
                    "nobody answers at " + address + " of " + name + ": ends of calls are kept in Asterisk",
                    "server.address and server.port there must be what " + name + " says; start the Quell there");
        }
    }

    private static Optional<InetSocketAddress> place(String address, int otherwise) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(InetSocketAddress.createUnresolved(
                            uri.getHost(), uri.getPort() < 0 ? otherwise : uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
