package term

// stopWord says whether a folded word is too common to rank by, in Indonesian or English, among them what people write in
// chats. "Tidak", "luar" and "orang" are not: they make the difference between questions of this field; nor is "buat", which is for
// or to make.
func stopWord(word string) bool {
	switch word {
	case "ada", "adakah", "adalah", "adanya", "agar", "akan", "aku", "anda", "antara", "apa", "apabila", "apakah", "atas", "atau", "bagaimana",
		"bagaimanakah", "bagi", "bahwa", "begini", "begitu", "benar", "benarkah", "berapa", "berapakah", "bila", "bisa", "bisakah", "bukankah",
		"dalam", "dan", "dapat", "dapatkah", "dari", "daripada", "demikian", "dengan", "di", "dia", "dong", "gimana", "hal", "hanya", "harus",
		"haruskah", "ialah", "ini", "ingin", "itu", "itukah", "jadi", "jika", "juga", "kah", "kalau", "kalo", "kami", "kamu", "kapan", "karena",
		"ke", "kenapa", "kepada", "ketika", "kita", "lagi", "lah", "lain", "lalu", "maka", "mana", "masih", "mau", "melalui", "mengapa", "mengenai", "menjadi",
		"menurut", "mereka", "namun", "nya", "oleh", "pada", "padahal", "para", "per", "pernah", "pernahkah", "pula", "pun", "saat", "saja", "saling", "sama",
		"sampai", "sangat", "saya", "sebab", "sebagai", "sebuah", "sedang", "sehingga", "selain", "semua", "seperti", "serta", "si", "siapa", "siapakah",
		"soal", "suatu", "sudah", "sudahkah", "supaya", "tapi", "tentang", "tentu", "ternyata", "tersebut", "terhadap", "tetap", "tetapi", "tsb", "untuk",
		"waktu", "wajibkah", "ya", "yaitu", "yakni", "yang":
		return true
	case "aja", "bgmn", "blm", "dgn", "dlm", "dr", "gak", "gmn", "jg", "kalu", "krn", "nggak", "pd", "sdh", "tdk", "udah", "utk", "yg":
		return true
	case "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "for", "from", "had", "has", "have", "how", "i", "if", "in",
		"into", "is", "it", "its", "my", "no", "of", "on", "or", "our", "that", "the", "their", "them", "they", "this", "to", "was", "we", "were",
		"what", "when", "where", "which", "who", "why", "will", "with", "you", "your":
		return word != "no" // in Indonesian it is a number
	}
	return false
}
