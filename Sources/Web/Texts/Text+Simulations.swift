import GuvenceCore

extension Text {
  /// Estimates in numbers and simulations.
  enum Simulations {
    static let title = Localized("Sayısal görünüm", "In numbers")
    static let lead = Localized(
      "Tutarlar ölçüm değil, idarenin kendi çalışanlarının tahminidir. Sonuçlar tahminler ne kadar iyiyse o kadar iyidir.",
      "Amounts are estimates of the administration's own people, not measurements. Results are as good as the estimates."
    )
    static let estimates = Localized("Tahmini olan riskler", "Estimated risks")
    static let coverage = Localized("tahmini olan risk, kapsamdaki etkin risk:", "estimated; active risks in scope:")
    static let empty = Localized(
      "Bu kapsamda sayısal tahmini olan risk yok. Bir riskin sayfasında «Sayısal tahmin» ekleyin; sıklık ve olay başına kayıp yeter.",
      "No risk in scope is estimated yet. Add an «Estimate in numbers» on a risk's page: a frequency and a loss per event."
    )
    static let toRegister = Localized("Risk kaydına git", "Go to the register")
    static let frequency = Localized("Sıklık", "Frequency")
    static let loss = Localized("Olay başına kayıp", "Loss per event")
    static let meanLoss = Localized("Ortalama yıllık kayıp", "Mean yearly loss")
    static let deviation = Localized("Standart sapma", "Standard deviation")
    static let picture = Localized("Dağılım", "Distribution")
    static let runTitle = Localized("Simülasyon çalıştır", "Run a simulation")
    static let run = Localized("Çalıştır", "Run")
    static let trials = Localized("Deneme (yıl) sayısı", "Trials (years)")
    static let trialsHint = Localized(
      "1.000 – 1.000.000; beklenen olay sayısı 500 milyonu aşamaz.", "1,000 – 1,000,000; at most 500 million events.")
    static let seed = Localized("Başlangıç sayısı", "Seed")
    static let seedHint = Localized("Aynı sayı aynı sonucu verir.", "The same number gives the same result.")
    static let levels = Localized("Yüzdelikler", "Percentiles")
    static let levelsHint = Localized("50 80 90 95 99 gibi, artan sırada.", "Such as 50 80 90 95 99, ascending.")
    static let name = Localized("Adı", "Name")
    static let runs = Localized("Çalıştırmalar", "Runs")
    static let noRuns = Localized("Henüz çalıştırma yok.", "No runs yet.")
    static let runNumber = Localized("Çalıştırma", "Run")
    static let compare = Localized("Eylemi karşılaştır", "Compare an action")
    static let compareTitle = Localized("Eylemden önce ve sonra", "Before and after an action")
    static let compareLead = Localized(
      "Eylemin değiştireceği risklerin yeni değerlerini yazın; boş bıraktıklarınız değişmez. İki yarı da aynı başlangıç "
        + "sayısıyla çalışır.",
      "Enter the new values of the risks the action would change; empty ones stay. Both halves use the same seed.")
    static let newFrequency = Localized("Yeni sıklık", "New frequency")
    static let lossLeft = Localized("Kalan kayıp (%)", "Loss left (%)")
    static let existing = Localized("Plandaki eylem", "Action of the plan")
    static let existingHint = Localized(
      "Seçerseniz adı çalıştırmaya yazılır; maliyeti boş bırakırsanız planındaki alınır.",
      "Its name goes with the run; where you leave the cost empty, that of the plan is taken.")
    static let noExisting = Localized("Plandan değil", "Not of the plan")
    static let action = Localized("Başka eylem", "Another action")
    static let actionHint = Localized("Kodu ya da bir cümle.", "Its code or a sentence.")
    static let cost = Localized("Yıllık maliyet (₺)", "Yearly cost (₺)")
    static let changes = Localized("Değişen riskler", "Changed risks")
    static let moreRisks = Localized(
      "Ortalama kaybı en yüksek 40 risk gösteriliyor; diğerleri için birim seçin ya da komut satırını kullanın.",
      "The 40 risks with the highest mean loss are shown; for others choose a unit or use the command line.")
    static let curve = Localized("Kayıp aşım eğrisi", "Loss exceedance curve")
    static let curveLead = Localized(
      "Bir yılda bu tutarın ya da daha fazlasının kaybedilme olasılığı.",
      "The probability of losing this amount or more in a year.")
    static let probability = Localized("Aşılma olasılığı", "Probability")
    static let yearlyLoss = Localized("Yıllık kayıp", "Yearly loss")
    static let linear = Localized("Doğrusal ölçek", "Linear scale")
    static let logarithmic = Localized("Logaritmik ölçek", "Logarithmic scale")
    static let before = Localized("Bugün", "Today")
    static let after = Localized("Eylemden sonra", "After the action")
    static let level = Localized("Yüzdelik", "Percentile")
    static let valueAtRisk = Localized("VaR", "VaR")
    static let interval = Localized("%95 güven aralığı", "95% confidence interval")
    static let tailMean = Localized("TVaR", "TVaR")
    static let tailError = Localized("TVaR std. hatası", "TVaR std. error")
    static let percentilesLead = Localized(
      "VaR: yılların bu yüzdesinde aşılmayan kayıp. TVaR: kalan kötü yılların ortalaması. Güven aralığı deneme sayısından gelen "
        + "hatadır; tahminlerin kendi belirsizliği bunun dışındadır.",
      "VaR: the loss not exceeded in that share of years. TVaR: the mean of the worse years. The interval is the error of the "
        + "number of trials; the uncertainty of the estimates comes on top.")
    static let contributors = Localized("En çok katkı yapan riskler", "Top contributors")
    static let meanShare = Localized("Ortalamadaki payı", "Share of the mean")
    static let tailShare = Localized("Kötü yıllardaki payı", "Share of bad years")
    static let mean = Localized("Ortalama", "Mean")
    static let closedForm = Localized("kapalı formülle", "in closed form")
    static let withoutLoss = Localized("Kayıpsız yıl", "Years without loss")
    static let maximum = Localized("En kötü yıl", "Worst year")
    static let inputs = Localized("Girdiler", "Inputs")
    static let inputsDigest = Localized("Girdi özeti (SHA-256)", "Digest of the inputs (SHA-256)")
    static let fingerprint = Localized("Sonuç parmak izi", "Fingerprint of the result")
    static let engine = Localized("Hesaplama sürümü", "Engine version")
    static let replay = Localized("Yinele ve karşılaştır", "Replay and compare")
    static let meanReduction = Localized("Ortalama kayıptaki azalma", "Reduction of the mean")
    static let netBenefit = Localized("Maliyet düşülünce yıllık yarar", "Yearly benefit after cost")
    static let reductionAt = Localized("VaR azalması", "Reduction of VaR")
    static let estimateTitle = Localized("Sayısal tahmin", "Estimate in numbers")
    static let estimateEmpty = Localized(
      "Sayısal tahmin yok. Sıklık ve olay başına kayıp yazılırsa risk, simülasyonlara girer.",
      "Not estimated. With a frequency and a loss per event the risk takes part in simulations.")
    static let estimateEmptyReading = Localized("Sayısal tahmin yok.", "Not estimated.")
    static let setEstimate = Localized("Tahmin ekle", "Add an estimate")
    static let editEstimate = Localized("Tahmini değiştir", "Change the estimate")
    static let clearEstimate = Localized("Tahmini geri al", "Take the estimate back")
    static let clearLead = Localized(
      "Risk simülasyonlara girmez; tahmin ve gerekçeniz geçmişte durur.",
      "The risk takes no part in simulations; the estimate and your reason stay in the history.")
    static let frequencyKind = Localized("Sıklık türü", "Kind of frequency")
    static let poisson = Localized("Yılda ortalama olay sayısı (λ)", "Mean number of events a year (λ)")
    static let bernoulli = Localized("Yılda bir kez olma olasılığı (p)", "Probability of one event a year (p)")
    static let frequencyHint = Localized(
      "λ için 0,5 ya da 3; p için %25 ya da 0,25.", "λ such as 0,5 or 3; p such as %25.")
    static let lossKind = Localized("Kayıp türü", "Kind of loss")
    static let threePoints = Localized("Üç nokta (PERT, üçgen)", "Three points (PERT, triangular)")
    static let minimum = Localized("En düşük kayıp (₺)", "Least loss (₺)")
    static let mode = Localized("En olası kayıp (₺)", "Likeliest loss (₺)")
    static let maximumLoss = Localized("En yüksek kayıp (₺)", "Greatest loss (₺)")
    static let interval90 = Localized("%90 aralığı (lognormal)", "90% interval (lognormal)")
    static let low = Localized("Alt uç (₺)", "Lower end (₺)")
    static let lowHint = Localized(
      "Yirmi olayın yalnızca birinde bundan az.", "Less than this in one of twenty events.")
    static let high = Localized("Üst uç (₺)", "Upper end (₺)")
    static let highHint = Localized(
      "Yirmi olayın yalnızca birinde bundan çok.", "More than this in one of twenty events.")
    static let sample = Localized("Gözlenen kayıplar (₺)", "Observed losses (₺)")
    static let sampleHint = Localized("Noktalı virgülle ya da satır satır.", "Separated by semicolons or lines.")
    static let rationale = Localized("Dayanak", "Rationale")
    static let rationaleHint = Localized(
      "Kayıt, görüşme, benzer olay: tahmin neye dayanıyor?", "Records, talks, similar events.")
    static let fillOnly = Localized(
      "Yalnızca seçtiğiniz türün alanlarını doldurun.", "Fill in the fields of the chosen kind only.")
    static let estimateHistory = Localized("Önceki tahminler", "Earlier estimates")
    static let taken = Localized("geri alındı", "taken back")
  }
}
