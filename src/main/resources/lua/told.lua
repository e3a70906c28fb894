-- Writes one call's arrival, its end, or both, to what is known of its caller. Whichever is told first may come first, and each may be told often:
-- the first arrival and the first end stay. An end bears its teller's mark: it is as new to that one as it was, however
-- often it is told, at once or from the records. Answers 1 if the end (or, told alone, the arrival) was new, 0 if not, -1 if the call is too old to be kept.
-- KEYS  1 the caller's calls, 2 the version of the caller's part
-- ARGV  1 call id, 2 arrival in milliseconds, base 36, 3 what the arrival told, or nothing, 4 what the end told, or nothing,
--       5 now, 6 how long calls are kept, both in milliseconds, 7 how many at most, 8 channel of notices, 9 notice
-- A caller's calls are one text: 4 digits how many, 13 digits when the oldest arrived, then of each call 0x1e id 0x1f arrival 0x1f told 0x1f told.
local id, at, arrival, ending = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local now, keep, most = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
-- An instance whose clock is far ahead must not trim what all know.
local time = redis.call('TIME')
local from = math.min(now, time[1] * 1000 + 86400000) - keep
if tonumber(at, 36) < from then
  return -1
end

-- The sixth of an end's fields.
local function teller(text)
  return string.match(text, '^' .. string.rep('[^\t]*\t', 5) .. '([^\t]*)')
end

local past = redis.call('GET', KEYS[1]) or '00009999999999999'
local count, oldest = tonumber(string.sub(past, 1, 4)), tonumber(string.sub(past, 5, 17))
local start = string.find(past, '\30' .. id .. '\31', 1, true)
local before, after, new = past, '', true
if start then
  local stop = string.find(past, '\30', start + 1, true) or #past + 1
  local oldAt, oldArrival, oldEnding = string.match(string.sub(past, start, stop - 1), '^\30[^\31]*\31([^\31]*)\31([^\31]*)\31(.*)$')
  new = (ending ~= '' and (oldEnding == '' or teller(oldEnding) == teller(ending))) or (ending == '' and oldArrival == '')
  if (arrival == '' or oldArrival ~= '') and (ending == '' or oldEnding ~= '') then
    return new and 1 or 0
  end
  if oldArrival ~= '' or arrival == '' then
    at, arrival = oldAt, oldArrival
  end
  if oldEnding ~= '' then
    ending = oldEnding
  end
  before, after = string.sub(past, 1, start - 1), string.sub(past, stop)
else
  count = count + 1
end
oldest = math.min(oldest, tonumber(at, 36))
local calls = string.sub(before, 18) .. '\30' .. id .. '\31' .. at .. '\31' .. arrival .. '\31' .. ending .. after

if oldest < from or count > most + 64 then
  local kept = {}
  for call in string.gmatch(calls, '\30[^\30]*') do
    local arrived = tonumber(string.match(call, '\31([^\31]*)'), 36)
    if arrived >= from then
      kept[#kept + 1] = {arrived, call}
    end
  end
  table.sort(kept, function(a, b) return a[1] < b[1] end)
  local texts = {}
  for i = math.max(1, #kept - most + 1), #kept do
    texts[#texts + 1] = kept[i][2]
  end
  count, oldest, calls = #texts, kept[#kept - #texts + 1][1], table.concat(texts)
end
redis.call('SET', KEYS[1], string.format('%04d%013d', count, oldest) .. calls, 'PX', ARGV[6])

local version = redis.call('INCR', KEYS[2])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
redis.call('PUBLISH', ARGV[8], string.format('%.0f', version) .. ' ' .. ARGV[9])
return new and 1 or 0
