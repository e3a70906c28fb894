package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListImportTests extends RunningService {

    private HttpResponse<String> csv(String query, String text) {
        return send(
                "POST",
                "/api/v1/lists/import?author=li" + query,
                text,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "text/csv");
    }

    private int blocked(String number) {
        return json(get("/api/v1/blocklist?number=" + number)).size();
    }

    @Test
    void aListIsTakenInWholeAndASecondTimeLeftAsItIs() {
        String list = "\uFEFFpattern;kind;reason;expires\r\n=\"+8613900139001\";block;\"two; calls\";2026-12-01\r\n"
                + "+861390013902*;;;\r\n;;;\r\n8001;allow;our own;\r\n";
        String end = clock.instant().plusSeconds(86_400).toString().substring(0, 10);

        JsonNode done = json(csv("&ttl=7d", list.replace("2026-12-01", end)));
        assertThat(done.toString())
                .isEqualTo("{\"lines\":3,\"kept\":3,\"unchanged\":0,\"replaced\":0,\"faulty\":0,\"faults\":[]}");
        JsonNode entry = json(get("/api/v1/blocklist?number=13900139001")).get(0);
        assertThat(entry.get("reason").asString()).isEqualTo("two; calls");
        assertThat(entry.get("author").asString()).isEqualTo("api");
        assertThat(entry.get("expires").asString()).isEqualTo(end + "T00:00:00Z");
        assertThat(json(get("/api/v1/numbers/13900139021/test"))
                        .get("entry")
                        .get("pattern")
                        .asString())
                .isEqualTo("+861390013902*");

        JsonNode again = json(csv("&ttl=7d", list.replace("2026-12-01", end)));
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
        assertThat(again.get("kept").asInt()).as("a term begins anew").isEqualTo(2);
        assertThat(again.get("replaced").asInt()).isEqualTo(2);
    }

    @Test
    void rangesAreTakenInAndFaultyOnesAreTold() {
        JsonNode done = json(
                csv(
                        "&mode=good",
                        "'+8613900149001-+8613900149018,block,test,7d\n13900149099~13900149050,block,test,7d\n13900149001~15900149001,block,test,7d\n"));

        assertThat(done.get("kept").asInt()).isEqualTo(1);
        assertThat(done.get("faults").get(0).get("fault").asString()).contains("the smaller one");
        assertThat(done.get("faults").get(1).get("fault").asString()).contains("at most 1000000 numbers");
        assertThat(blocked("13900149018")).isEqualTo(1);
        assertThat(blocked("13900149019")).isZero();
    }

    @Test
    void oneFaultKeepsAWholeListOut() {
        String list =
                "13900139101,block,test,7d\n110,block,test,7d\n8.6139E+12,block,test,7d\n13900139102\n13900139103,block,test,91d\n";

        JsonNode done = json(csv("", list));

        assertThat(done.get("kept").asInt()).isZero();
        assertThat(done.get("faulty").asInt()).isEqualTo(4);
        assertThat(done.get("faults")
                        .valueStream()
                        .map(fault -> fault.get("line").asInt()))
                .containsExactly(2, 3, 4, 5);
        assertThat(done.get("faults").get(0).get("fault").asString()).contains("110 is an emergency");
        assertThat(done.get("faults").get(1).get("fault").asString()).contains("rounded by a spreadsheet");
        assertThat(done.get("faults").get(2).get("fault").asString()).contains("a block needs an expiry");
        assertThat(done.get("faults").get(3).get("fault").asString()).contains("at most 90 d");
        assertThat(blocked("13900139101")).isZero();
    }

    @Test
    void theGoodLinesAreKeptWhereThatIsWanted() {
        JsonNode done = json(csv("&mode=good", "13900139201,block,test,7d\nnobody,block,test,7d\n"));

        assertThat(done.get("kept").asInt()).isEqualTo(1);
        assertThat(done.get("faulty").asInt()).isEqualTo(1);
        assertThat(blocked("13900139201")).isEqualTo(1);
    }

    @Test
    void whatIsOnlyTriedIsNotKept() {
        JsonNode done = json(csv("&mode=try", "13900139301,block,test,7d\n"));

        assertThat(done.get("lines").asInt()).isEqualTo(1);
        assertThat(done.get("kept").asInt()).isZero();
        assertThat(blocked("13900139301")).isZero();
    }

    @Test
    void aListMayBeLongerThanOtherBodies() {
        String list = IntStream.range(0, 3000)
                .mapToObj(i -> "+86139002" + (10_000 + i) + ",block,a reason of some length,7d")
                .collect(Collectors.joining("\n"));
        assertThat(list.length()).isGreaterThan(64 * 1024);

        assertThat(json(csv("", list)).get("kept").asInt()).isEqualTo(3000);
        assertThat(blocked("+8613900212999")).isEqualTo(1);
        assertThat(json(get("/api/v1/lists/import")).toString())
                .isEqualTo("{\"running\":false,\"checked\":3000,\"done\":3000}");
    }

    @Test
    void whatIsAskedWronglyIsToldAtOnce() {
        HttpResponse<String> nobody = send(
                "POST",
                "/api/v1/lists/import?mode=some",
                "13900139401,block,test,7d",
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "text/csv");

        assertThat(faults(nobody)).hasSize(1);
        assertThat(send("POST", "/api/v1/lists/import?author=li", "x", "Content-Type", "text/csv")
                        .statusCode())
                .isEqualTo(401);
    }
}
