package dev.quell.doctor.service;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the running service says of itself. */
final class HealthCheck implements Check {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;

    HealthCheck(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public void look(Findings findings) {
        open(findings);
        try (ServiceClient client = new ServiceClient(site)) {
            HttpResponse<String> answer = client.get("/actuator/health");
            told(findings, client, JSON.readTree(answer.body()));
        } catch (IOException e) {
            findings.fault(
                    "nobody answers at port " + site.http().port() + " (" + words(e)
                            + "): ends of calls are kept in Asterisk until somebody does",
                    "systemctl start quell   then journalctl -u quell if it does not stay");
        } catch (JacksonException e) {
            findings.fault(
                    "another program answers at port " + site.http().port(),
                    "end it (ss -ltnp 'sport = :" + site.http().port()
                            + "'), or set server.port and the dialplan's QUELL_HTTP to a free port");
        }
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void open(Findings findings) {
        String address = site.http().address();
        if (address.isEmpty() || address.equals("0.0.0.0") || address.equals("::")) {
            findings.warn(
                    "the REST interface listens on every address of this machine, without TLS",
                    "set server.address to 127.0.0.1, or to the Asterisks' network with a proxy before it");
        }
    }

    private static void told(Findings findings, ServiceClient client, JsonNode health) {
        String status = health.path("status").asString("");
        if (status.isEmpty()) {
            findings.fault("another program answers at " + client.place(), "set server.port to a free port");
        } else if (status.equals("UP")) {
            findings.ok(client.place() + " says UP");
        } else if (!client.known()) {
            findings.fault(
                    client.place() + " says " + status,
                    "run quell doctor as root: it then says what of it is not well");
        }
        for (String part : health.path("components").propertyNames()) {
            JsonNode component = health.path("components").path(part);
            part(findings, part, component.path("status").asString(""), component.path("details"));
        }
    }

    private static void part(Findings findings, String name, String status, JsonNode details) {
        String found = name + " is " + status + ": " + (details.isMissingNode() ? "no details" : details.toString());
        String todo = "journalctl -u quell   says it in words with what to do";
        switch (status) {
            case "UP", "UNKNOWN" -> {}
            case "DEGRADED" -> findings.warn(found, todo);
            default -> findings.fault(found, todo);
        }
    }
}
