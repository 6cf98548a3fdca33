// Reads FIT files with the official JavaScript SDK: a line of base64 in, a line of JSON out. With --names, its tables of names instead.
// The JSON's names are those that FitAgreement compares by.
import { createInterface } from "node:readline";
import { Decoder, Profile, Stream } from "@garmin/fitsdk";

const degrees = (semicircles) => semicircles * 180 / 2 ** 31;

// Of several elements the first counts, as in our reading; the SDK has no invalid value for floats.
const number = (value) => {
  const first = Number(Array.isArray(value) ? value[0] ?? NaN : value ?? NaN);
  return Number.isFinite(first) ? first : null;
};

const add = (fields, name, value) => {
  const known = number(value);
  if (known !== null) {
    const field = fields[name] ??= { n: 0, sum: 0 };
    field.n++;
    field.sum += known;
  }
};

const snake = (name) => typeof name === "string" ? name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase()) : name ?? null;

const session = (message) => ({
  start: message.startTime ?? null,
  sport: snake(message.sport),
  sub_sport: snake(message.subSport),
  elapsed_s: message.totalElapsedTime ?? null,
  timer_s: message.totalTimerTime ?? null,
  distance_m: message.totalDistance ?? null,
  ascent_m: message.totalAscent ?? null,
  descent_m: message.totalDescent ?? null,
});

const read = (bytes) => {
  const [fields, developer, latitudes, longitudes, described] = [{}, {}, [], [], new Map()];
  const take = {
    [Profile.MesgNum.FIELD_DESCRIPTION]: (field) => described.set(String(field.key), field),
    [Profile.MesgNum.RECORD]: ({ developerFields, ...record }) => {
      Object.entries(record).forEach(([name, value]) => add(fields, name, value));
      Object.entries(developerFields ?? {}).forEach(([key, value]) => {
        const { developerDataIndex, fieldDefinitionNumber, fieldName } = described.get(key);
        add(developer, `${developerDataIndex}:${fieldDefinitionNumber}:${fieldName ?? ""}`, value);
      });
      latitudes.push(number(record.positionLat) ?? []);
      longitudes.push(number(record.positionLong) ?? []);
    },
  };
  const decoder = new Decoder(Stream.fromBuffer(bytes));
  const isFit = decoder.isFIT();
  const { messages, errors } = decoder.read({
    // Heart rates of message 132 stay where they are: see docs/reading-differences.md.
    mergeHeartRates: false,
    convertDateTimesToDates: false,
    mesgListener: (global, message) => take[global]?.(message),
  });
  const sessions = (messages.sessionMesgs ?? []).map(session);
  const [lat, lon] = [latitudes.flat().map(degrees), longitudes.flat().map(degrees)];
  return {
    sdk_isFIT: isFit,
    sdk_errors: errors.map((error) => error.message),
    maker: snake(messages.fileIdMesgs?.[0]?.manufacturer),
    product: snake(messages.fileIdMesgs?.[0]?.garminProduct),
    n_records: latitudes.length,
    records: fields,
    developer_records: developer,
    n_positions: lat.length,
    min_lat: Math.min(...lat),
    max_lat: Math.max(...lat),
    min_lon: Math.min(...lon),
    max_lon: Math.max(...lon),
    beats_s: (messages.hrvMesgs ?? []).flatMap((message) => message.time ?? []).reduce((sum, seconds) => sum + seconds, 0),
    n_laps: messages.lapMesgs?.length ?? 0,
    n_sessions: sessions.length,
    sessions,
  };
};

if (process.argv.includes("--names")) {
  const { sport, subSport, manufacturer, garminProduct } = Profile.types;
  console.log(JSON.stringify({ sport, subSport, manufacturer, garminProduct }));
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(read(Buffer.from(line, "base64"))));
  }
}
