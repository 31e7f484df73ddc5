// SPDX-License-Identifier: Apache-2.0
//
// The exact set, the registers, the estimator.

#include "stats/hyper_log_log.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/probe.h"

namespace pressmill::stats {

namespace {

constexpr unsigned kMostZeros = 64 - HyperLogLog::kIndexBits;  // q of the paper

// Sum of x^(2^k) 2^(k-1): what registers that nothing reached stand for. Infinite at 1.
double sigma(double x) {
  double sum = x;
  double weight = 1;
  for (double before = -1; sum != before;) {
    x *= x;
    before = sum;
    sum += x * weight;
    weight += weight;
  }
  return sum;
}

// The same for registers that are full.
double tau(double x) {
  if (x == 0 || x == 1) return 0;
  double sum = 1 - x;
  double weight = 1;
  for (double before = -1; sum != before;) {
    x = std::sqrt(x);
    before = sum;
    weight /= 2;
    sum -= (1 - x) * (1 - x) * weight;
  }
  return sum / 3;
}

}  // namespace

void HyperLogLog::clear() {
  is_exact_ = true;
  has_zero_ = false;
  used_ = 0;
  slots_.assign(kSlots, 0);
  registers_.clear();
}

bool HyperLogLog::add_exact(std::uint64_t hash) {
  if (hash == 0) {
    const bool is_new = !has_zero_;
    has_zero_ = true;
    if (used_ + 1 > kMostExact) give_up_hashes();
    return is_new;
  }
  std::size_t i = hash % kSlots;
  while (is_of_another(slots_[i] != 0, slots_[i], hash)) i = (i + 1) % kSlots;
  if (slots_[i] == hash) return false;
  slots_[i] = hash;
  ++used_;
  if (used_ + (has_zero_ ? 1 : 0) > kMostExact) give_up_hashes();
  return true;
}

void HyperLogLog::give_up_hashes() {
  registers_.assign(kRegisters, 0);
  is_exact_ = false;
  for (const std::uint64_t hash : slots_)
    if (hash != 0) raise(hash);
  if (has_zero_) raise(0);
  slots_ = {};
}

void HyperLogLog::merge(const HyperLogLog& other) {
  if (other.is_exact_) {
    for (const std::uint64_t hash : other.hashes()) add(hash);
    return;
  }
  if (is_exact_) give_up_hashes();
  std::ranges::transform(registers_, other.registers_, registers_.begin(),
                         [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
}

std::uint64_t HyperLogLog::estimate() const {
  if (is_exact_) return used_ + (has_zero_ ? 1 : 0);
  std::array<std::uint32_t, kMostZeros + 2> cells{};  // by what they hold
  for (const std::uint8_t value : registers_) ++cells[value];
  const double m = kRegisters;
  double z = m * tau(1 - cells[kMostZeros + 1] / m);
  for (unsigned k = kMostZeros; k >= 1; --k) z = (z + cells[k]) / 2;
  z += m * sigma(cells[0] / m);
  const double alpha = 1 / (2 * std::log(2.0));
  return static_cast<std::uint64_t>(std::llround(alpha * m * m / z));
}

std::vector<std::uint64_t> HyperLogLog::hashes() const {
  std::vector<std::uint64_t> all;
  if (!is_exact_) return all;
  if (has_zero_) all.push_back(0);
  for (const std::uint64_t hash : slots_)
    if (hash != 0) all.push_back(hash);
  std::ranges::sort(all);
  return all;
}

HyperLogLog HyperLogLog::of(std::span<const std::uint64_t> hashes,
                            std::vector<std::uint8_t> registers) {
  HyperLogLog sketch;
  if (registers.empty()) {
    for (const std::uint64_t hash : hashes) sketch.add(hash);
    return sketch;
  }
  assert(registers.size() == kRegisters);
  sketch.is_exact_ = false;
  sketch.slots_ = {};
  sketch.registers_ = std::move(registers);
  return sketch;
}

}  // namespace pressmill::stats
