package dev.quell.doctor.service;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The FastAGI port: a Quell answers there, or it is free; and it is open to no more than it should. */
final class AgiPortCheck implements Check {

    private static final String KEY = "quell.asterisk.agi";

    private final Site.Agi agi;
    private final Path token;

    AgiPortCheck(Site site) {
        this.agi = site.agi();
        this.token = site.asteriskToken();
    }

    @Override
    public String name() {
        return "AGI port";
    }

    @Override
    public void look(Findings findings) throws IOException {
        InetAddress bind = InetAddress.getByName(agi.bind());
        String place = agi.bind() + ":" + agi.port();
        String host = bind.isAnyLocalAddress() ? "127.0.0.1" : agi.bind();
        answers(findings, place, host);
        reach(findings, bind);
    }

    private void answers(Findings findings, String place, String host) throws IOException {
        if (!Files.isReadable(token)) {
            findings.skipped("without the token nobody can ask at " + place, "run quell doctor as root");
            return;
        }
        String secret = Files.readString(token, StandardCharsets.US_ASCII).strip();
        switch (AgiPing.ask(host, agi.port(), secret)) {
            case PONG -> findings.ok("Quell answers at " + place);
            case REFUSED -> free(findings, place);
            case SILENT ->
                findings.fault(
                        "somebody holds " + place + " and does not answer: a Quell that hangs, or another program",
                        "ss -ltnp 'sport = :" + agi.port() + "'   then systemctl restart quell");
            case CLOSED ->
                findings.fault(
                        place
                                + " was closed without an answer: another program, a Quell with another token, or one that does not let "
                                + host + " ask",
                        "ss -ltnp 'sport = :" + agi.port() + "'   and compare " + KEY + ".peers and " + token
                                + " with the running service's; journalctl -u quell names the reason");
            case FOREIGN ->
                findings.fault(
                        "another program holds " + place,
                        "end it (ss -ltnp 'sport = :" + agi.port() + "'), or set " + KEY
                                + ".port and the dialplan's QUELL_AGI to a free port");
        }
    }

    private void free(Findings findings, String place) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(agi.bind(), agi.port()));
            findings.fault(
                    "nobody listens at " + place + ": calls pass unscreened",
                    "systemctl start quell   then journalctl -u quell if it does not stay");
        } catch (BindException e) {
            findings.fault(
                    place + " cannot be opened: " + e.getMessage(),
                    KEY + ".bind must be an address of this machine (ip address), " + KEY
                            + ".port one that nobody holds");
        }
    }

    private void reach(Findings findings, InetAddress bind) throws IOException {
        boolean far = false;
        for (String peer : agi.peers()) {
            far |= !InetAddress.getByName(peer).isLoopbackAddress();
        }
        if (bind.isAnyLocalAddress()) {
            findings.warn(
                    "it listens on every address of this machine; FastAGI is not encrypted",
                    "set " + KEY + ".bind to the address of the network where the Asterisks are");
        } else if (bind.isLoopbackAddress() && far) {
            findings.warn(
                    KEY + ".peers names hosts of other machines, which cannot reach " + agi.bind(),
                    "set " + KEY + ".bind to this machine's address in their network");
        }
    }
}
